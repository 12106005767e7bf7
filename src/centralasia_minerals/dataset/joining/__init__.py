"""How records of one id become one: unions, additions, and what sources support."""
