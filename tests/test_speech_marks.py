"""Speech in single marks is put in double ones, and nothing else is."""

import pytest

from extractor.speech_marks import in_double_marks


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("'We are growing fast,' said Jane Roe.", '"We are growing fast," said Jane Roe.'),
        ("Roe said: 'We are growing.'", 'Roe said: "We are growing."'),
        ("Roe said: 'It's the firm's best year.' Sales rose.", 'Roe said: "It\'s the firm\'s best year." Sales rose.'),
        ("Roe called it 'a great year' for it.", 'Roe called it "a great year" for it.'),
        # possessives of plurals: within speech, and at its end
        ("'Our customers' needs come first,' she said.", '"Our customers\' needs come first," she said.'),
        ("It had 'proven its new programmes' while at work.", 'It had "proven its new programmes" while at work.'),
        # speech over two paragraphs
        ("Roe said: 'We are growing.\n\n'We will open shops.'", 'Roe said: "We are growing.\n\n"We will open shops."'),
        # a quote in a quote
        ("'I said \"no\" to them,' said Roe.", '"I said \'no\' to them," said Roe.'),
        ("\"I said 'no way' to them,\" said Roe.", "\"I said 'no way' to them,\" said Roe."),
        # no speech
        ("The firms' profits and the banks' losses rose.", "The firms' profits and the banks' losses rose."),
        ("Back in the '90s it was rock 'n' roll.", "Back in the '90s it was rock 'n' roll."),
        ("Roe's firm bought Acme's shops.", "Roe's firm bought Acme's shops."),
        ("It calls the car 'Zippo'.", "It calls the car 'Zippo'."),
    ],
)
def test_speech_in_single_marks(text: str, expected: str) -> None:
    assert in_double_marks(text) == expected
