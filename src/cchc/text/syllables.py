"""Whether letters can be Vietnamese: each syllable has one of few onsets and one of few rimes.

Used to tell a right reading of bytes from a wrong one; it knows no words and no meaning.
"""

from __future__ import annotations

import re
import unicodedata

_ONSET = "ngh|ng|nh|gh|gi|kh|ch|ph|th|tr|qu|[bcdđghklmnpqrstvx]"
_RIMES = """
a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt ă
âc âm ân âng âp ât âu ây â e ec em en eng eo ep et ê êch êm ên ênh êp êt êu
i ich im in inh ip it iu ia iêc iêm iên iêng iêp iêt iêu
o oc oi om on ong op ot oa oac oach oai oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt
oe oen oeo oet ooc oong ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
u uc ui um un ung up ut ua uôc uôi uôm uôn uông uôt uây uân uâng uât uê uêch uên uênh uêu uơ
uy uya uych uyên uyêt uynh uyt uyu uyn uyp
ư ưc ưi ưm ưn ưng ưt ưu ưa ươc ươi ươm ươn ương ươp ươt ươu y yêm yên yêng yêt yêu ych ynh
"""
_LONGEST_FIRST = "|".join(sorted(_RIMES.split(), key=len, reverse=True))
_SYLLABLE = re.compile(f"(?:{_ONSET})?(?:{_LONGEST_FIRST})")
# A decomposed vowel: horn, dot below, circumflex or breve, another tone. Only vowels carry tones.
_TONED = re.compile("([aeiouyAEIOUY]\u031b?)\u0323?([\u0302\u0306]?)[\u0300\u0301\u0303\u0309]?")
_WORD = re.compile(r"[^\W\d_]+")


def is_syllable(word: str) -> bool:
    """Say whether a word could be one Vietnamese syllable: «nghiệp» yes, «ho¹ch» no."""
    decomposed = unicodedata.normalize("NFD", word)
    bare = unicodedata.normalize("NFC", _TONED.sub(r"\1\2", decomposed))
    return _SYLLABLE.fullmatch(bare.lower()) is not None


def share_of_syllables(text: str) -> float | None:
    """Return the share of words with a letter outside ASCII that could be Vietnamese.

    None where there is no such word: then nothing speaks for or against.
    """
    words = [word for word in _WORD.findall(text) if not word.isascii()]
    if not words:
        return None
    return sum(map(is_syllable, words)) / len(words)
