"""Patterns without names: four facts, six pictures, the lists behind them, the governors' paper."""
