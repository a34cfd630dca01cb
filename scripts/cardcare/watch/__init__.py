"""The watch: asks official pages whether they are still there and still say what the registry says."""
