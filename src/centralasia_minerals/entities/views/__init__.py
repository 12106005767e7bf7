"""What the view of a deal is made of: what happened, who takes part, the money, the doubts."""
