#!/bin/sh
# Makes sure that Chromium and a font with Japanese letters are there for the browser tests.
# Installs them where it may (Debian, as root); elsewhere says in one line what to install.
set -eu

for name in chromium chromium-browser google-chrome; do
  if command -v "$name" >/dev/null 2>&1; then found=$name; break; fi
done
fonts=$(fc-list :lang=ja 2>/dev/null | head -n 1 || true)
if [ -n "${found:-}" ] && [ -n "$fonts" ]; then exit 0; fi

if command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" = 0 ]; then
  echo "Installing Chromium and Japanese fonts for the browser tests …"
  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium fonts-noto-cjk fontconfig >/dev/null && exit 0
fi
echo "The browser tests need Chromium and Japanese fonts. On Debian: sudo apt-get install chromium fonts-noto-cjk"
exit 2
