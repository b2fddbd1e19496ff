"""The mutation score: plant changes in a page's own text and see whether the gate would have caught them."""
