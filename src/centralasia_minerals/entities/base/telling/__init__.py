"""How records tell themselves: words for values, links for figures, and lines for parts."""
