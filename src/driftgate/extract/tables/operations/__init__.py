"""Operations as pages state them: lines, labels, tables, headings and sentences, and which part of a page is each one's."""
