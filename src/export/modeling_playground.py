"""The encoder of the Tuning Playground in PyTorch, under the names that its exported adapters use.

    from modeling_playground import Encoder
    model = Encoder.from_pretrained("./base")

A pre-LN transformer encoder: learned positions, GELU by its tanh form, and a classifier that reads the first token
([CLS]). Needs PyTorch alone; HF PEFT can wrap it, and so it takes the arguments that PEFT hands on.
"""
import json
import math
import struct
from pathlib import Path
from types import SimpleNamespace

import torch
from torch import nn
from torch.nn import functional as F


class Config(dict):
    """config.json; its fields are attributes too."""

    use_return_dict = True

    def __getattr__(self, name):
        try:
            return self[name]
        except KeyError:
            raise AttributeError(name) from None

    def to_dict(self):
        return dict(self)

    def get_text_config(self, *args, **kwargs):
        return self


class Attention(nn.Module):
    def __init__(self, width, heads):
        super().__init__()
        self.heads = heads
        self.q_proj = nn.Linear(width, width)
        self.k_proj = nn.Linear(width, width)
        self.v_proj = nn.Linear(width, width)
        self.out_proj = nn.Linear(width, width)

    def forward(self, x, visible, past=None):
        """x (B, T, C); visible (B, 1, 1, P + T) is False where nobody may look; past: keys and values (B, H, P, D)."""
        q, k, v = (self.split(project(x)) for project in (self.q_proj, self.k_proj, self.v_proj))
        if past is not None:
            k, v = torch.cat([past[0], k], dim=2), torch.cat([past[1], v], dim=2)
        scores = q @ k.transpose(2, 3) / math.sqrt(q.shape[-1])
        weights = scores.masked_fill(~visible, -1e9).softmax(dim=-1)
        return self.out_proj((weights @ v).transpose(1, 2).flatten(2))

    def split(self, x):
        return x.unflatten(-1, (self.heads, -1)).transpose(1, 2)  # (B, H, T, D)


class Layer(nn.Module):
    def __init__(self, width, heads):
        super().__init__()
        self.self_attn_layer_norm = nn.LayerNorm(width)
        self.self_attn = Attention(width, heads)
        self.final_layer_norm = nn.LayerNorm(width)
        self.fc1 = nn.Linear(width, 4 * width)
        self.fc2 = nn.Linear(4 * width, width)

    def forward(self, x, visible, past=None):
        x = x + self.self_attn(self.self_attn_layer_norm(x), visible, past)
        return x + self.fc2(F.gelu(self.fc1(self.final_layer_norm(x)), approximate="tanh"))


class Trunk(nn.Module):
    def __init__(self, config):
        super().__init__()
        width, heads = config.hidden_size, config.num_attention_heads
        self.embed_tokens = nn.Embedding(config.vocab_size, width)
        self.embed_positions = nn.Embedding(config.max_position_embeddings, width)
        self.layers = nn.ModuleList(Layer(width, heads) for _ in range(config.num_hidden_layers))
        self.final_layer_norm = nn.LayerNorm(width)

    def forward(self, x, visible, past):
        """x (B, T, C), embedded tokens; positions are counted from what is in the cache on."""
        start = past[0][0].shape[2] if past else 0
        x = x + self.embed_positions.weight[start : start + x.shape[1]]
        for index, layer in enumerate(self.layers):
            x = layer(x, visible, past[index] if past else None)
        return self.final_layer_norm(x)


class Encoder(nn.Module):
    """logits (B, k) of a classifier, or (B, T, V) over the vocabulary where there are no classes."""

    # PEFT asks; there is nothing to prepare.
    is_gradient_checkpointing = False

    def __init__(self, config):
        super().__init__()
        self.config = Config(config)
        self.model = nn.Module()
        self.model.encoder = Trunk(self.config)
        if self.config.num_labels > 0:
            self.classifier = nn.Linear(self.config.hidden_size, self.config.num_labels)
        if not self.config.tie_word_embeddings:
            self.lm_head = nn.Linear(self.config.hidden_size, self.config.vocab_size, bias=False)

    @classmethod
    def from_pretrained(cls, folder):
        """Reads config.json and model.safetensors. A classifier that is not in the file comes with the adapter."""
        model = cls(json.loads(Path(folder, "config.json").read_text(encoding="utf-8")))
        missing, unexpected = model.load_state_dict(read_tensors(Path(folder, "model.safetensors")), strict=False)
        wrong = [name for name in missing if not name.startswith("classifier.")] + unexpected
        if wrong:
            raise ValueError(f"model.safetensors does not fit config.json: {wrong}")
        return model.eval()

    @property
    def device(self):
        """Where its parameters are: PEFT puts soft prompts there."""
        return self.model.encoder.embed_tokens.weight.device

    @property
    def dtype(self):
        return self.model.encoder.embed_tokens.weight.dtype

    def forward(
        self,
        input_ids=None,
        attention_mask=None,
        inputs_embeds=None,
        labels=None,
        past_key_values=None,
        **unused,
    ):
        """attention_mask: 0 where there is padding; by default the padding of input_ids."""
        if attention_mask is None and input_ids is not None:
            attention_mask = input_ids != self.config.pad_token_id
        x = self.model.encoder.embed_tokens(input_ids) if inputs_embeds is None else inputs_embeds
        past = pairs(past_key_values)
        length = x.shape[1] + (past[0][0].shape[2] if past else 0)
        visible = torch.ones(x.shape[0], length, dtype=torch.bool, device=x.device)
        if attention_mask is not None:
            # A mask of the tokens alone leaves what is in front of them visible.
            visible[:, length - attention_mask.shape[1] :] = attention_mask > 0
        logits = self.head(self.model.encoder(x, visible[:, None, None, :], past))
        loss = None if labels is None else F.cross_entropy(logits.flatten(0, -2), labels.flatten())
        return SimpleNamespace(loss=loss, logits=logits)

    def head(self, features):
        if self.config.num_labels > 0:
            # Behind a prompt, [CLS] is further to the right.
            return self.classifier(features[:, self.config.first_token])
        if self.config.tie_word_embeddings:
            return features @ self.model.encoder.embed_tokens.weight.T
        return self.lm_head(features)


def pairs(cache):
    """Keys and values by layer, from such pairs or from a cache of transformers."""
    if hasattr(cache, "layers"):
        return [(layer.keys, layer.values) for layer in cache.layers]
    if hasattr(cache, "key_cache"):
        return list(zip(cache.key_cache, cache.value_cache))
    return cache


def read_tensors(path):
    """A safetensors file of float32 tensors."""
    data = path.read_bytes()
    (length,) = struct.unpack("<Q", data[:8])
    header = json.loads(data[8 : 8 + length])
    tensors = {}
    for name, entry in header.items():
        if name == "__metadata__":
            continue
        begin, end = (8 + length + offset for offset in entry["data_offsets"])
        tensors[name] = torch.frombuffer(bytearray(data[begin:end]), dtype=torch.float32).reshape(entry["shape"])
    return tensors
