"""The approved contract in its file: as text and back, its seal and digest, what a reviewer looks at, and the client contract."""
