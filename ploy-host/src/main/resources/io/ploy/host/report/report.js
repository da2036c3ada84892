(() => {
  'use strict';
  const data = JSON.parse(document.getElementById('data').textContent);
  const one = (selector) => document.querySelector(selector);

  /** Sums differences up again; null stays null. */
  const undo = (deltas, unit) => {
    let last = 0;
    return deltas.map((d) => (d === null ? null : (last += d) / unit));
  };
  const seconds = (deltas) => undo(deltas, 1e3);
  const micros = (deltas) => undo(deltas, 1e6);

  const css = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const number = (places) => {
    const format = new Intl.NumberFormat('en-US', { minimumFractionDigits: places, maximumFractionDigits: places });
    return (v) => (v === null || v === undefined ? '–' : format.format(v).replace('-', '−'));
  };
  const usd = number(4), price = number(4), shares = number(2);
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'UTC', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit',
  });
  const time = (s) => {
    if (s === null || s === undefined) return '–';
    const p = Object.fromEntries(clock.formatToParts(new Date(s * 1e3)).map((x) => [x.type, x.value]));
    return `${p.year}-${p.month}-${p.day} ${p.hour}:${p.minute}:${p.second}`;
  };

  const plots = new Set();

  /**
   * Time without recordings says nothing, so long gaps are cut: whole quarters of an hour are taken out, which keeps round
   * times on the axis round.
   */
  function cutGaps(times, gaps) {
    const quarter = 900, rest = 60;
    let out = 0;
    const cuts = gaps.map(([from, to]) => {
      const start = from - out;
      out += Math.floor((to - from - rest) / quarter) * quarter;
      return { from: start, to: to - out, end: to, out };
    });
    const x = times.map((t) => t - cuts.reduce((sum, cut) => (t >= cut.end ? cut.out : sum), 0));
    const real = (v) => v + cuts.reduce((sum, cut) => (v >= (cut.from + cut.to) / 2 ? cut.out : sum), 0);
    return { x, cuts, real };
  }

  /** Labels of the time axis: hours and minutes as in a log, and the date where it changes. */
  const timeLabels = (real) => (u, splits, axisIndex, space, step) => {
    let date = '';
    return splits.map((v) => {
      const [day, hour] = time(real(v)).split(' ');
      const changed = day !== date;
      date = day;
      if (step >= 86400) return day;
      return (step >= 60 ? hour.slice(0, 5) : hour) + (changed ? '\n' + day : '');
    });
  };
  const axis = (more) => Object.assign({
    stroke: css('--muted'), font: '12px system-ui, sans-serif',
    grid: { stroke: css('--grid'), width: 1 }, ticks: { stroke: css('--grid'), width: 1, size: 5 },
  }, more);

  const captions = Object.fromEntries([...document.querySelectorAll('.chart')].map((figure) =>
    [figure.classList[1], figure.querySelector('figcaption span').textContent]));

  function verticals(u, positions) {
    const { ctx, bbox } = u;
    ctx.save();
    ctx.setLineDash([4 * devicePixelRatio, 4 * devicePixelRatio]);
    ctx.strokeStyle = css('--muted');
    ctx.lineWidth = devicePixelRatio;
    for (const position of positions) {
      const x = u.valToPos(position, 'x', true);
      if (x < bbox.left - 1 || x > bbox.left + bbox.width + 1) continue;
      ctx.beginPath();
      ctx.moveTo(x, bbox.top);
      ctx.lineTo(x, bbox.top + bbox.height);
      ctx.stroke();
    }
    ctx.restore();
  }
  const drawCuts = (u, cuts) => verticals(u, cuts.map((cut) => (cut.from + cut.to) / 2));

  /** A chart in a figure, as wide as the figure is. */
  function plot(figure, sync, times, lines, options) {
    const { x, cuts, real } = cutGaps(times, options.gaps || []);
    const place = one(`.chart.${figure} .plot`);
    place.replaceChildren();
    if (x.length < 2) {
      const note = document.createElement('div');
      note.className = 'empty';
      note.textContent = 'Nothing to draw: fewer than two samples.';
      place.append(note);
      return null;
    }
    const narrow = place.clientWidth < 520;
    const height = () => Math.round(options.height * (place.clientWidth < 520 ? 0.8 : 1));
    const chart = new uPlot({
      width: place.clientWidth, height: height(), tzDate: (v) => uPlot.tzDate(new Date(v * 1e3), 'Etc/UTC'),
      cursor: { sync: { key: sync, setSeries: false }, points: { size: 6 }, drag: { x: true, y: false } },
      scales: { x: { time: true }, y: { range: options.range } },
      axes: [
        axis({ values: timeLabels(real), space: narrow ? 70 : 90 }),
        axis({ size: narrow ? 54 : 70, space: 28, values: even }),
      ],
      series: [{ label: 'UTC', value: (u, v) => time(v === null ? v : real(v)) }].concat(lines.map(({ label, color, value, fill, step, width }) => ({
        label, stroke: color, width: width || 1.5, fill, value: (u, v) => value(v), points: { show: false },
        paths: step ? uPlot.paths.stepped({ align: 1 }) : undefined,
      }))),
      bands: options.bands, hooks: options.hooks || { draw: [(u) => drawCuts(u, cuts)] },
    }, [x].concat(lines.map((line) => line.data)), place);
    if (cuts.length && figure === 'equity') one(`.chart.${figure} figcaption span`).textContent = captions[figure] + '; times without data are cut at the dashed lines';
    plots.add({ chart, place, height });
    return chart;
  }

  const padded = (least) => (u, low, high) => {
    if (low === null) return [0, 1];
    const pad = Math.max((high - low) * 0.06, least);
    return [low - pad, high + pad];
  };
  /** As many decimals as the steps between the labels need, so that no two labels read the same. */
  const even = (u, splits) => {
    const step = splits.length > 1 ? Math.abs(splits[1] - splits[0]) : 1;
    let places = 0;
    while (places < 6 && Math.abs(step * 10 ** places - Math.round(step * 10 ** places)) > 1e-6) places++;
    return splits.map(number(places));
  };

  function account() {
    const x = seconds(data.equity.t), gaps = data.gaps.map((gap) => gap.map((t) => t / 1e3));
    plot('equity', 'account', x, [
      { label: 'Equity', color: css('--accent'), fill: css('--accent-soft'), value: usd, data: micros(data.equity.equity) },
    ], { gaps, height: 260, range: padded(0.01) });
    plot('drawdown', 'account', x, [
      { label: 'Drawdown', color: css('--bad'), fill: css('--bad-soft'), value: usd, data: micros(data.equity.drawdown).map((v) => -v) },
    ], { gaps, height: 160, range: (u, low) => [Math.min(low * 1.06, -0.01), 0] });
    plot('exposure', 'account', x, [
      { label: 'Exposure', color: css('--muted'), value: usd, data: micros(data.equity.exposure), step: true },
    ], { gaps, height: 130, range: (u, low, high) => [0, Math.max(high * 1.1, 0.01)] });
  }

  /** A triangle: upwards for a buy, downwards for a sell; solid for the first outcome, hollow for the second. */
  function triangle(context, x, y, up, size) {
    const s = up ? -size : size;
    context.beginPath();
    context.moveTo(x, y + s);
    context.lineTo(x - size * 0.9, y - s * 0.7);
    context.lineTo(x + size * 0.9, y - s * 0.7);
    context.closePath();
  }

  function fillsOf(market) {
    const at = seconds(market.fills.t);
    return market.fills.rows.map(([buy, first, p, quantity, role], i) => ({
      at: at[i], buy: buy === 1, first: first === 1, price: p / 1e6, y: first ? p / 1e6 : 1 - p / 1e6, quantity: quantity / 1e6, role,
    }));
  }

  function drawMarks(market, fills) {
    return (u) => {
      const { ctx, bbox } = u;
      const ratio = devicePixelRatio;
      verticals(u, [market.start, market.end].filter((edge) => edge !== undefined).map((edge) => edge / 1e3));
      ctx.save();
      ctx.beginPath();
      ctx.rect(bbox.left, bbox.top - 8 * ratio, bbox.width, bbox.height + 16 * ratio);
      ctx.clip();
      ctx.lineWidth = 1.6 * ratio;
      for (const fill of fills) {
        const x = u.valToPos(fill.at, 'x', true), y = u.valToPos(fill.y, 'y', true);
        triangle(ctx, x, y, fill.buy, 7.5 * ratio);
        const color = css(fill.first ? '--first' : '--second');
        ctx.strokeStyle = fill.first ? css('--sheet') : color;
        ctx.fillStyle = fill.first ? color : css('--sheet');
        ctx.fill();
        ctx.stroke();
      }
      ctx.restore();
    };
  }

  /** Names the fill under the cursor. */
  function tip(market, fills) {
    const box = document.createElement('div');
    box.className = 'tip';
    return {
      init: (u) => u.over.append(box),
      setCursor: (u) => {
        const { left, top } = u.cursor;
        let near = null, best = 14;
        if (left !== null && left >= 0) {
          for (const fill of fills) {
            const d = Math.hypot(u.valToPos(fill.at, 'x') - left, u.valToPos(fill.y, 'y') - top);
            if (d < best) { best = d; near = fill; }
          }
        }
        box.style.display = near ? 'block' : 'none';
        if (!near) return;
        box.textContent = `${near.buy ? 'Buy' : 'Sell'} ${shares(near.quantity)} ${near.first ? market.first : market.second} at `
          + `${price(near.price)}, ${near.role.toLowerCase()}, ${time(near.at)}`;
        const x = u.valToPos(near.at, 'x'), y = u.valToPos(near.y, 'y');
        box.style.left = Math.max(0, Math.min(x - box.offsetWidth / 2, u.over.clientWidth - box.offsetWidth)) + 'px';
        box.style.top = (y > 44 ? y - 40 : y + 14) + 'px';
      },
    };
  }

  function key(market, fills) {
    const list = one('ul.key');
    list.replaceChildren();
    const entries = [[true, true, market.first], [false, true, market.first], [true, false, market.second], [false, false, market.second]]
      .filter(([buy, first]) => fills.some((fill) => fill.buy === buy && fill.first === first));
    for (const [buy, first, name] of entries) {
      const item = document.createElement('li');
      const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
      const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
      svg.setAttribute('viewBox', '0 0 14 14');
      path.setAttribute('d', buy ? 'M7 1.5 L13 12 L1 12 Z' : 'M7 12.5 L13 2 L1 2 Z');
      path.setAttribute('style', first ? 'fill:var(--first)' : 'fill:var(--sheet);stroke:var(--second);stroke-width:1.8');
      svg.append(path);
      item.append(svg, `${buy ? 'Buy' : 'Sell'} ${name}${first ? '' : ', drawn at 1 − price'}`);
      list.append(item);
    }
    if (market.fills.all > fills.length) {
      const item = document.createElement('li');
      item.textContent = `${fills.length} of ${market.fills.all} fills drawn`;
      list.append(item);
    }
  }

  function show(market) {
    const x = seconds(market.t), fills = fillsOf(market);
    const bid = micros(market.bid), ask = micros(market.ask);
    const ys = fills.map((fill) => fill.y);
    const tips = tip(market, fills);
    key(market, fills);
    one('.picker .about').textContent = market.payout === undefined
      ? 'not settled in this recording'
      : `settled ${market.outcome} at ${time(market.resolved / 1e3)} UTC`;
    one('.chart.price figcaption span').textContent = `USD a share of ${market.first}: best bid and best ask`;
    plot('price', 'market', x, [
      { label: 'Ask', color: css('--quote'), value: price, data: ask, step: true, width: 1 },
      { label: 'Bid', color: css('--quote'), value: price, data: bid, step: true, width: 1 },
    ], {
      height: 280, bands: [{ series: [1, 2], fill: css('--band') }],
      range: (u, low, high) => {
        const all = low === null ? ys : ys.concat(low, high);
        if (all.length === 0) return [0, 1];
        const a = Math.min(...all), b = Math.max(...all), pad = Math.max((b - a) * 0.08, 0.01);
        return [Math.max(0, a - pad), Math.min(1, b + pad)];
      },
      hooks: { init: [tips.init], setCursor: [tips.setCursor], draw: [drawMarks(market, fills)] },
    });
    plot('inventory', 'market', x, [
      { label: market.first, color: css('--first'), value: shares, data: micros(market.held1), step: true },
      { label: market.second, color: css('--second'), value: shares, data: micros(market.held2), step: true },
    ], { height: 150, range: (u, low, high) => [0, high ? high * 1.1 : 1] });
    plot('profit', 'market', x, [
      { label: 'Profit', color: css('--accent'), fill: css('--accent-soft'), value: usd, data: micros(market.profit) },
    ], { height: 150, range: padded(0.01) });
  }

  let chosen = data.markets.reduce((best, market, i) => (market.fills.all > data.markets[best].fills.all ? i : best), 0);
  function choose(i) {
    chosen = (i + data.markets.length) % data.markets.length;
    one('select.markets').selectedIndex = chosen;
    draw();
  }

  function draw() {
    for (const { chart } of plots) chart.destroy();
    plots.clear();
    account();
    if (data.markets.length) show(data.markets[chosen]);
  }

  if (data.markets.length) {
    const select = one('select.markets');
    select.setAttribute('aria-label', 'Market');
    for (const market of data.markets) select.append(new Option(`${market.slug} (${market.outcome})`));
    select.addEventListener('change', () => choose(select.selectedIndex));
    one('.picker .previous').setAttribute('aria-label', 'Previous market');
    one('.picker .previous').addEventListener('click', () => choose(chosen - 1));
    one('.picker .next').setAttribute('aria-label', 'Next market');
    one('.picker .next').addEventListener('click', () => choose(chosen + 1));
    document.querySelectorAll('button.pick').forEach((button, i) => button.addEventListener('click', () => {
      choose(i);
      one('.picker').scrollIntoView({ behavior: 'smooth', block: 'start' });
    }));
    select.selectedIndex = chosen;
  }
  draw();
  let width = innerWidth;
  addEventListener('resize', () => {
    if (innerWidth === width) return;
    width = innerWidth;
    for (const { chart, place, height } of plots) chart.setSize({ width: place.clientWidth, height: height() });
  });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', draw);
})();
