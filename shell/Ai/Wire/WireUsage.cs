namespace Catalog.Shell.Ai.Wire;

/// <summary>What an answer cost.</summary>
internal sealed record WireUsage(long PromptTokens = 0, long CompletionTokens = 0, long TotalTokens = 0);
