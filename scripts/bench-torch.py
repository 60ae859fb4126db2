"""The model of the benchmark in PyTorch on one thread of the processor; spoken to in lines of JSON.

{"config": {...}, "batch": 16} makes the model and answers {"loss": first loss};
{"milliseconds": 60} trains for about so long and answers {"figures": [milliseconds of each step]}.
"""
import json
import sys
import time

import torch
import torch.nn.functional as F
from torch import nn

ADAMW = dict(lr=1e-3, betas=(0.9, 0.98), eps=1e-6, weight_decay=0.0)


class Block(nn.Module):
    """Pre-LN attention and MLP, as in src/model/transformer.ts."""

    def __init__(self, width, heads, context):
        super().__init__()
        self.heads = heads
        self.register_buffer("mask", torch.full((context, context), -1e9).triu(1))
        self.attention_norm, self.mlp_norm = nn.LayerNorm(width), nn.LayerNorm(width)
        self.query, self.key, self.value, self.output = (nn.Linear(width, width) for _ in range(4))
        self.up, self.down = nn.Linear(width, 4 * width), nn.Linear(4 * width, width)

    def forward(self, x):
        b, t, c = x.shape
        z = self.attention_norm(x)
        q, k, v = (f(z).view(b, t, self.heads, -1).transpose(1, 2) for f in (self.query, self.key, self.value))
        scores = q @ k.transpose(2, 3) * (c // self.heads) ** -0.5 + self.mask
        mixed = (torch.softmax(scores, dim=-1) @ v).transpose(1, 2).reshape(b, t, c)
        x = x + self.output(mixed)
        return x + self.down(F.gelu(self.up(self.mlp_norm(x)), approximate="tanh"))


class Model(nn.Module):
    def __init__(self, config):
        super().__init__()
        width, context = config["width"], config["context"]
        self.token = nn.Embedding(config["vocabulary"], width)
        self.position = nn.Parameter(torch.empty(context, width))
        self.blocks = nn.Sequential(*(Block(width, config["heads"], context) for _ in range(config["layers"])))
        self.norm = nn.LayerNorm(width)
        self.head = nn.Linear(width, config["vocabulary"], bias=False)
        if config["tied"]:
            self.head.weight = self.token.weight
        for name, parameter in self.named_parameters():
            if name.endswith("bias"):
                nn.init.zeros_(parameter)
            elif parameter.dim() == 2:
                nn.init.normal_(parameter, std=0.02)

    def forward(self, tokens):
        return self.head(self.norm(self.blocks(self.token(tokens) + self.position)))


def contestant(config, batch):
    """A function that takes one step and gives its loss."""
    model = Model(config)
    adamw = torch.optim.AdamW(model.parameters(), **ADAMW)
    shape = (batch, config["context"])
    tokens, targets = (torch.randint(1, config["vocabulary"], shape) for _ in range(2))

    def step():
        adamw.zero_grad(set_to_none=True)
        loss = F.cross_entropy(model(tokens).flatten(0, 1), targets.flatten())
        loss.backward()
        adamw.step()
        return loss.item()

    return step


def turn(step, milliseconds):
    """Milliseconds of each step; at least one is taken."""
    figures, end = [], time.perf_counter() + milliseconds / 1000
    while not figures or time.perf_counter() < end:
        begin = time.perf_counter()
        step()
        figures.append((time.perf_counter() - begin) * 1000)
    return figures


def main():
    torch.set_num_threads(1)
    torch.manual_seed(0)
    step = None
    for line in sys.stdin:
        asked = json.loads(line)
        if "config" in asked:
            step = contestant(asked["config"], asked["batch"])
            answer = {"loss": step(), "version": torch.__version__}
            turn(step, 200)
        else:
            answer = {"figures": turn(step, asked["milliseconds"])}
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()
