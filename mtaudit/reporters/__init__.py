"""Reporters: findings to text."""
