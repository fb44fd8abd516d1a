"""Rule packs: folders of cards, decoded, compiled, selected."""
