"""The description of the Windows installer, as wixl reads it: every file, the Start menu, upgrades.

Ids are made of the paths, so that the same tree gives the same description.
"""

from __future__ import annotations

import hashlib
import uuid
from typing import TYPE_CHECKING, Final
from xml.sax.saxutils import escape, quoteattr

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_SPACE: Final = uuid.uuid5(uuid.NAMESPACE_URL, "dsl-desk: files of the installer")
_START: Final = "-I -S -X utf8 &quot;[INSTALLDIR]start.py&quot;"
_HEAD: Final = """\
<?xml version="1.0" encoding="utf-8"?>
<Wix xmlns="http://schemas.microsoft.com/wix/2006/wi">
 <Product Id="*" Name="DSL Desk" Language="1033" Version="{version}" Manufacturer="DSL Desk"
  UpgradeCode="{upgrade}">
  <Package InstallerVersion="500" Compressed="yes" InstallScope="perMachine"
   Description="An offline, encrypted desk for Designated Safeguarding Leads"
   Comments="Vaults are left where they are when this is removed." />
  <MajorUpgrade DowngradeErrorMessage="A newer DSL Desk is installed. Keep it." />
  <Media Id="1" Cabinet="desk.cab" EmbedCab="yes" />
  <Icon Id="desk.ico" SourceFile={icon} />
  <Property Id="ARPPRODUCTICON" Value="desk.ico" />
  <Property Id="ARPNOMODIFY" Value="1" />
  <Directory Id="TARGETDIR" Name="SourceDir">
   <Directory Id="ProgramFiles64Folder">
    <Directory Id="INSTALLDIR" Name="DSL Desk">
"""
_MENU: Final = """\
    </Directory>
   </Directory>
   <Directory Id="ProgramMenuFolder">
    <Component Id="c_menu" Guid="{guid}" Win64="yes">
     <Shortcut Id="s_desk" Name="DSL Desk" Target="[INSTALLDIR]python\\pythonw.exe"
      Arguments="{start}" WorkingDirectory="INSTALLDIR" Icon="desk.ico" />
     <Shortcut Id="s_training" Name="DSL Desk, training vault"
      Target="[INSTALLDIR]python\\pythonw.exe" Arguments="{start} --demo"
      WorkingDirectory="INSTALLDIR" Icon="desk.ico" />
     <RegistryValue Root="HKLM" Key="Software\\DSL Desk" Name="installed" Type="integer" Value="1"
      KeyPath="yes" />
     <RegistryValue Root="HKLM" Key="Software\\Classes\\.parcel" Type="string"
      Value="DSLDesk.Parcel" />
     <RegistryValue Root="HKLM" Key="Software\\Classes\\DSLDesk.Parcel" Type="string"
      Value="Sealed parcel for DSL Desk" />
     <RegistryValue Root="HKLM" Key="Software\\Classes\\DSLDesk.Parcel\\DefaultIcon"
      Type="string" Value="[INSTALLDIR]dsl-desk.ico" />
     <RegistryValue Root="HKLM" Key="Software\\Classes\\DSLDesk.Parcel\\shell\\open\\command"
      Type="string" Value="&quot;[INSTALLDIR]python\\pythonw.exe&quot; {start} &quot;%1&quot;" />
    </Component>
   </Directory>
  </Directory>
  <Feature Id="desk" Title="DSL Desk" Level="1">
   <ComponentRef Id="c_menu" />
"""
_FOOT: Final = "  </Feature>\n </Product>\n</Wix>\n"


def source_of(folder: Path, version: str, upgrade: str) -> str:
    """Return the whole description of a tree."""
    components: list[str] = []
    icon = quoteattr("dsl-desk.ico")  # wixl looks for sources below where it runs
    lines = [_HEAD.format(version=version, upgrade=upgrade, icon=icon)]
    lines += _folder(folder, folder, components)
    lines.append(_MENU.format(guid=_guid("menu"), start=_START))
    lines += [f'   <ComponentRef Id="{one}" />\n' for one in components]
    return "".join([*lines, _FOOT])


def _folder(root: Path, folder: Path, components: list[str]) -> Iterator[str]:
    files = sorted(path for path in folder.iterdir() if path.is_file())
    if files:
        name = folder.relative_to(root).as_posix()
        component = _id("c", name)
        components.append(component)
        yield f'<Component Id="{component}" Guid="{_guid(name)}" Win64="yes">\n'
        for at, path in enumerate(files):
            key = ' KeyPath="yes"' if at == 0 else ""
            told = path.relative_to(root).as_posix()
            name, source = quoteattr(path.name), quoteattr(told)
            yield f' <File Id="{_id("f", told)}" Name={name} Source={source}{key}/>\n'
        yield "</Component>\n"
    for inner in sorted(path for path in folder.iterdir() if path.is_dir()):
        told = inner.relative_to(root).as_posix()
        yield f'<Directory Id="{_id("d", told)}" Name={quoteattr(escape(inner.name))}>\n'
        yield from _folder(root, inner, components)
        yield "</Directory>\n"


def _id(kind: str, name: str) -> str:
    return f"{kind}_{hashlib.sha256(name.encode()).hexdigest()[:24]}"


def _guid(name: str) -> str:
    return str(uuid.uuid5(_SPACE, name)).upper()
