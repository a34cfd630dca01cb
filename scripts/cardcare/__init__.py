"""Card Care: a multilingual guide to Japan's My Number Card, and the generator that keeps it true."""
