"""Languages by what stands for them in a source: `sv` is Swedish. What is no code is taken for a name."""

from __future__ import annotations

from collections.abc import Mapping

_NAMES: Mapping[str, str] = {
    "ar": "Arabic",
    "da": "Danish",
    "de": "German",
    "en": "English",
    "es": "Spanish",
    "fi": "Finnish",
    "fr": "French",
    "he": "Hebrew",
    "is": "Icelandic",
    "it": "Italian",
    "nb": "Norwegian",
    "nl": "Dutch",
    "nn": "Norwegian",
    "no": "Norwegian",
    "pl": "Polish",
    "pt": "Portuguese",
    "ru": "Russian",
    "so": "Somali",
    "sv": "Swedish",
    "tr": "Turkish",
    "uk": "Ukrainian",
}


def language_name(language: str) -> str:
    """Return the name of a language, `Swedish` for `sv` and `sv-FI`; one that is not known stays as it is written."""
    return _NAMES.get(language.replace("_", "-").partition("-")[0].casefold(), language)
