"""Two small requests: planned from the approved contract, judged by the documented shapes, logged without a word of an answer."""
