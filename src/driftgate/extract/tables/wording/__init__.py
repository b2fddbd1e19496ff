"""The words of headers, headings, places and answers, in the languages documentation is written in."""
