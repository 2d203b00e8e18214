"""The registers a school keeps: each is data and one small rule, over one machine."""
