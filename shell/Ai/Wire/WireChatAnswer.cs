namespace Catalog.Shell.Ai.Wire;

/// <summary>The answer to <see cref="WireChatRequest"/>, or one event of its stream.</summary>
internal sealed record WireChatAnswer(
    string? Model = null, IReadOnlyList<WireChoice>? Choices = null, WireUsage? Usage = null,
    System.Text.Json.JsonElement? Error = null);
