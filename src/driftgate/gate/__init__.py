"""From drifts and a reading to a verdict: what is waived, what may be believed, what may be released."""
