/** What a browser sees while the pages are being built or started: it looks again by itself. */
export const WAITING_PAGE = `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="refresh" content="3">
<title>Caseloom</title>
<style>
:root { color-scheme: light dark; }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; font: 16px/1.7 system-ui, sans-serif; }
main { padding: 24px; max-width: 32em; }
h1 { margin: 0 0 8px; font-size: 20px; }
p { margin: 0; opacity: 0.8; }
</style>
</head>
<body>
<main>
<h1>工作台正在准备</h1>
<p>页面正在生成，第一次启动需要一两分钟。准备好后会自动打开。</p>
<p lang="en">The studio’s pages are being built. This page opens them by itself.</p>
</main>
</body>
</html>
`;

/** The page has a style and nothing else; it asks nobody for anything. */
export const WAITING_POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";
