"""The record of every act: who, what, before, after, why; a hash chain that proves itself."""
