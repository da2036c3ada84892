DROP TABLE lease;
DROP TABLE journal;
