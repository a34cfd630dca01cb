"""Reads docs/ and docs/_data/ into frozen, validated models. Knows nothing of MkDocs, HTML or the network."""
