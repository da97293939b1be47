"""The catalogue: what each sentence is in Chinese, by the words that schools use."""

SENTENCES = {
    "derivative": "导数",
    "slope": "斜率",
}
