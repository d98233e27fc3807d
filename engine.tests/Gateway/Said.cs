namespace Catalog.Engine.Tests.Gateway;

/// <summary>What somebody says in a room.</summary>
public sealed record Said(string Room, string Text);
