"""What of each library and of the interpreter's own one goes along, and what stays behind.

Of Qt, what is kept is listed: it has ten times more than a desk needs. Of everything else, what is
left out is listed: a forgotten line costs space, not a feature.
"""

from __future__ import annotations

import re
from typing import Final

_QT: Final = "Core|Gui|Widgets|Svg|PrintSupport"
_QT_KEPT: Final = re.compile(
    r"PySide6/(?:__init__|_config|_git_pyside_version)\.py"
    rf"|PySide6/Qt(?:{_QT})(?:\.abi3\.so|\.pyd|\.abi3\.pyd)"
    r"|PySide6/(?:libpyside6\.abi3\.(?:so\.[\d.]+|\d+\.[\d.]+\.dylib)|pyside6\.abi3\.dll)"
    rf"|PySide6/Qt/lib/libQt6(?:{_QT}|DBus|XcbQpa|WaylandClient)\.so\.6"
    r"|PySide6/Qt/lib/libicu(?:data|i18n|uc)\.so\.\d+"
    rf"|PySide6/Qt6(?:{_QT})\.dll"
    rf"|PySide6/Qt/lib/Qt(?:{_QT}|DBus)\.framework/.*"
    r"|PySide6/(?:concrt|msvcp|vcruntime)[\w.]*\.dll"
    r"|PySide6/(?:Qt/)?plugins/platforms/(?:lib)?q(?:xcb|offscreen|wayland|windows|cocoa)\.\w+"
    r"|PySide6/(?:Qt/)?plugins/platforminputcontexts/lib(?:compose|ibus)platforminput\w+\.so"
    r"|PySide6/(?:Qt/)?plugins/platformthemes/libqxdgdesktopportal\.so"
    r"|PySide6/(?:Qt/)?plugins/(?:iconengines|imageformats)/(?:lib)?q(?:svgicon|svg|jpeg)\.\w+"
    r"|PySide6/(?:Qt/)?plugins/printsupport/libcupsprintersupport\.\w+"
    r"|PySide6/(?:Qt/)?plugins/wayland-(?:shell-integration/libxdg-shell"
    r"|decoration-client/libadwaita)\.so"
)
_OTHERS_LEFT: Final = re.compile(
    r".*\.(?:pyi|pxd|pxi|h|hpp|c|cpp|pyx|typed|a|lib|pdb)$"
    r"|.*/(?:tests?|testing|docs?|examples?|include)/.*"
    r"|.*__pycache__/.*|\.\./.*|bin/.*|Scripts/.*"
    r"|[^/]+\.dist-info/(?:RECORD|INSTALLER|REQUESTED|WHEEL|direct_url\.json|sboms/.*)"
    r"|holidays/(?:locale/.*|financial/(?!__init__).*|countries/(?!__init__|united_kingdom).*)"
    r"|lxml/(?:html|isoschematron|includes)/.*|lxml/objectify.*"
    r"|setuptools/.*|pkg_resources/.*|pycparser/.*|cffi/.*"
    r"|PIL/(?:_avif|_imagingtk|_imagingft|_webp_).*"
    r"|pillow\.libs/lib(?:avif|freetype|harfbuzz|brotli).*"
    r"|reportlab/(?:fonts|graphics)/.*"
    r"|shiboken6/(?:docs|include)/.*"
)
# Whole parts of Python's own library: its tests, its tools, and what speaks to a network.
# (A part of keyring loads urllib.request, and that http; without ssl neither speaks TLS.)
_LIBRARY_LEFT: Final = re.compile(
    r"(?:test|tests|idlelib|tkinter|turtledemo|ensurepip|lib2to3|distutils|pydoc_data|unittest"
    r"|venv|site-packages|dist-packages|dbm|curses|sqlite3|xmlrpc|wsgiref|asyncio"
    r"|config-[\w-]+|multiprocessing)/.*"
    r"|(?:turtle|ssl|ftplib|smtplib|smtpd|imaplib|poplib|nntplib|telnetlib|socketserver|webbrowser"
    r"|cgi|cgitb|pydoc|doctest|antigravity|this|asyncore|asynchat|idle|sitecustomize)\.py"
    r"|.*__pycache__/.*|.*\.(?:exe|a|txt)"
    r"|lib-dynload/(?:_test|_ctypes_test|_xx|xx|_sqlite3|_ssl|_curses|_tkinter|readline|_dbm|_gdbm"
    r"|nis|ossaudiodev|spwd|_crypt|audioop|_asyncio|_multiprocessing"
    r"|_codecs_(?:cn|hk|jp|kr|tw|iso2022)|_multibytecodec).*"
    r"|_sysconfigdata.*"
)


def keeps(path: str) -> bool:
    """Tell whether a file of the libraries goes along. Names with forward slashes."""
    if path.startswith("PySide6/"):
        return _QT_KEPT.fullmatch(path) is not None
    return _OTHERS_LEFT.fullmatch(path) is None


def keeps_of_python(path: str) -> bool:
    """Tell whether a file of Python's own library goes along."""
    return _LIBRARY_LEFT.fullmatch(path) is None
