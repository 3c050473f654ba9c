
mod findings;
