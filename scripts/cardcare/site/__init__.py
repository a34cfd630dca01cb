"""Turns content into pages: markers, contact blocks, freshness notes, and the steps after the build. No MkDocs here."""
