"""The parts of web.py. No file here opens a connection."""
