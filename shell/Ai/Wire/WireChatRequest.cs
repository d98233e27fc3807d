namespace Catalog.Shell.Ai.Wire;

/// <summary><c>POST /chat/completions</c>.</summary>
internal sealed record WireChatRequest
{
    public required string Model { get; init; }

    public required IReadOnlyList<WireMessage> Messages { get; init; }

    public int? MaxTokens { get; init; }

    public int? MaxCompletionTokens { get; init; }

    public float? Temperature { get; init; }

    public bool? Stream { get; init; }
}
