// Only in pages of the web, and not in their frames.
if (window !== window.top || !/^https?:$/.test(location.protocol)) return;
