"""The faulty files of `tests/bad` that a schema lets through, each with the reason why it must."""

from collections.abc import Mapping

LET_THROUGH: Mapping[str, str] = {
    "a rule over several keys, steps or files": """
        refused-without-committing refused-and-nothing-seen
        report-language-nobody-wrote report-language-with-a-mistake
        commits-without-a-marked-step committing-click-by-a-name-of-the-site
        committing-click-by-a-repeating-pattern committing-click-by-pattern committing-click-by-role
        committing-click-in-cleanup committing-click-in-german committing-click-unmarked
        committing-click-that-lost-its-mark
        committing-click-with-an-amount gives-a-name-that-is-taken
        matrix-and-for-each matrix-too-large marked-step-above-the-journey
        marked-step-in-a-journey-that-commits-nothing marked-step-without-a-click
        name-used-before-it-is-remembered nothing-is-checked-after-going-back
        nothing-checked-after-a-part nothing-checked-after-a-block nothing-checked-outside-of-a-block
        committing-control-in-a-block committing-click-in-a-block committing-click-in-a-block-of-a-marked-step
        blocks-too-deep name-remembered-in-a-block file-and-literal-in-a-block
        nothing-checked-after-the-last-action nothing-checked-but-a-count-of-none
        nothing-checked-but-not-see
        nothing-checked-but-should-see nothing-checked nothing-done-and-nothing-checked
        order-does-not-include-return part-commits-above-the-journey part-that-gives-nothing
        part-that-uses-itself part-twice part-with-unmarked-click parts-in-a-circle
        parts-in-a-circle-by-two-ways parts-too-deep parts-with-too-many-steps persona-twice
        answer-behind-the-click request-marked-with-cart-beside-an-order
        request-that-changes-something-in-a-block
        request-remembered-twice request-that-changes-something-at-the-end
        request-that-changes-something-unmarked step-commits-to-a-cart
        secret-of-the-machine remember-over-data remember-twice row-with-another-name sites-with-one-name
        verb-among-claims address-of-another-host address-of-one-site-only checks-that-exclude-each-other
        counts-that-exclude-each-other persona-shares-above-all
        committing-click-before-the-last costs-of-no-order lookup-of-nothing lookup-that-commits
        lookup-that-finds-nothing-out
        lookup-that-knows-too-much lookup-that-presses order-without-its-cost
        site-money-per-day-without-money undoes-in-the-walk undoes-nothing undoes-without-looking
        site-slow-when-unclear business-shares business-halves-of-pairs business-of-one-of-several-sites
        business-without-money
    """,
    "names that must be known: a project grows faster than its schema": """
        business-of-an-unknown-site journey-with-too-many-problems need-missing need-not-known
        part-that-sees-names-of-the-journey part-with-too-many-problems site-and-journey
        site-unknown-to-a-journey site-without-a-name value-that-a-site-lacks
        two-unknown-names-in-one-line unknown-name-in-a-check unknown-name-in-a-folded-text
        unknown-name-in-a-list-of-values unknown-name-in-with unknown-name-none-known
        unknown-name-of-the-environment unknown-name-of-the-persona unknown-name-of-the-shopper
        unknown-name-of-the-visit unknown-name-twice-in-one-text unknown-name visit-without-an-address
        unknown-part-hides-its-names unknown-part unknown-persona with-for-a-part-without-needs
        personas-without-a-comma
    """,
    "a grammar of its own inside a text": """
        address-told-already bad-pattern-alone bad-pattern-in-a-check by-without-digits check-words-in-a-text
        contains-nothing count-in-nothing-to-look-in count-not-to-be-seen count-of-a-misspelt-word
        count-of-no-number count-or-value count-that-is-always-true count-without-a-number
        data-with-a-value-of-a-name expression-as-a-name less-than-a-word name-in-a-title
        leads-to-without-braces name-not-closed name-with-a-space no-later-than-no-date
        pick-date-of-no-day
        no-time-at-all order-by-a-pattern order-of-one-value
        part-with-a-bad-literal pattern-of-python-only pattern-true-of-everything secret-in-an-address
        see-with-a-name-not-closed site-address-in-broken-brackets site-address-is-a-word
        site-address-is-ftp site-address-with-a-bad-port site-address-with-a-password
        site-address-with-a-path site-address-with-a-query site-holidays site-hosts site-names
        site-time-zone snapshot-in-a-folded-text snapshot-that-is-no-list snapshot-with-mistakes
        state-behind-a-colon state-of-a-heading state-unknown
        target-counted-from-zero target-in-a-frame-of-nothing target-in-curly-quotes
        target-in-german-quotes target-in-single-quotes target-inside-of-nothing
        target-inside-unknown-word target-name-not-closed target-too-long target-with-bad-pattern
        target-with-an-unclosed-name name-in-two-braces time-zone-in-short costs-misspelt
        site-contact-hours site-money-per-day-unclear site-identify-by-a-header-of-no-name
        target-with-bare-pattern-without-end target-with-text-behind target-word-in-capitals
        unknown-prefix unknown-target-word pattern-without-slashes roles-of-other-tools
        several-things-misspelt-in-a-place texts-meant-as-targets
    """,
    "a text that YAML itself cuts, or that editors mark without a schema": """
        anchor colon-in-target duplicate-key duplicate-pair two-lists-of-one-key hash-in-quoted-name
        hash-in-an-address hash-in-text tag-of-yaml two-hashes-in-two-lines
    """,
    "the file's name and folder": """
        folder-is-no-stage no-stage-in-the-root the-same-journey-twice
    """,
}
