"""One piece of advice for every failure, and the window for what nobody foresaw."""
