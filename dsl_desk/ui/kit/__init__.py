"""Small widgets every page is made of, and Ask, the one door for questions."""
