mod findings;
