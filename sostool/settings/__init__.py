"""A team's settings: the file `sostool.yaml` above its case files."""

from sostool.settings.load import FILE_NAME, LoadedSettings, Settings, load_settings, settings_above

__all__ = ["FILE_NAME", "LoadedSettings", "Settings", "load_settings", "settings_above"]
