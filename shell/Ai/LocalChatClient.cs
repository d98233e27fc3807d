using Catalog.Engine.Models.Text;
using Microsoft.Extensions.AI;

namespace Catalog.Shell.Ai;

/// <summary>
/// Answers a question from what stands in the conversation itself: the sentences of the system's messages that are
/// nearest to the last question, or, when nothing is there to answer from, a summary of the question's own text if it
/// is long. Says so when it knows nothing. Makes nothing up, for it only quotes. Thread-safe.
/// </summary>
internal sealed class LocalChatClient : IChatClient
{
    /// <summary>What it says when nothing fits.</summary>
    public const string DoesNotKnow = "I do not know that.";

    private const int MaxSentences = 400;
    private const int Quoted = 3;

    /// <summary>Sentences that share less than a rare word with the question are about something else.</summary>
    private const float LeastSimilarity = 0.12f;

    public Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null,
        CancellationToken cancellationToken = default) =>
        Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, Answer([.. messages])))
        {
            ModelId = AnsweredBy.Local,
            FinishReason = ChatFinishReason.Stop,
            AdditionalProperties = AnsweredBy.Say(AnsweredBy.Local),
        });

    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null,
        CancellationToken cancellationToken = default) =>
        Pieces(Answer([.. messages])).ToAsyncEnumerable();

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose()
    {
    }

    private static IEnumerable<ChatResponseUpdate> Pieces(string answer)
    {
        IReadOnlyList<SentenceSpan> sentences = SentenceSplitter.Split(answer);
        for (int i = 0; i < sentences.Count; i++)
        {
            int end = i + 1 < sentences.Count ? sentences[i + 1].Start : answer.Length;
            yield return new ChatResponseUpdate(ChatRole.Assistant, answer[sentences[i].Start..end])
            {
                ModelId = AnsweredBy.Local,
                FinishReason = i + 1 == sentences.Count ? ChatFinishReason.Stop : null,
                AdditionalProperties = AnsweredBy.Say(AnsweredBy.Local),
            };
        }
    }

    private static string Answer(ChatMessage[] messages)
    {
        string question = messages.LastOrDefault(static one => one.Role == ChatRole.User)?.Text ?? "";
        string[] known = [.. messages.Where(static one => one.Role == ChatRole.System)
            .SelectMany(static one => SentencesOf(one.Text)).Take(MaxSentences)];
        if (known.Length > 0) return Nearest(known, question);
        string[] own = [.. SentencesOf(question).Take(MaxSentences)];
        return own.Length > Quoted ? string.Join(' ', new TextRank().Summarize(question, Quoted)) : DoesNotKnow;
    }

    private static string Nearest(string[] known, string question)
    {
        var embedder = new TextEmbedder();
        foreach (string sentence in known) embedder.Learn(sentence);
        var table = new VectorTable(embedder.Dimensions, known.Length);
        for (int i = 0; i < known.Length; i++) table.Put((ulong)i, embedder.Embed(known[i]));
        Span<Neighbour> page = stackalloc Neighbour[Quoted];
        int count = table.Search(embedder.Embed(question), page);
        var picked = new List<int>();
        foreach (Neighbour one in page[..count])
            if (one.Similarity >= LeastSimilarity) picked.Add((int)one.Id);
        picked.Sort();
        return picked.Count == 0 ? DoesNotKnow : string.Join(' ', picked.Select(index => known[index]));
    }

    private static IEnumerable<string> SentencesOf(string text)
    {
        foreach (SentenceSpan sentence in SentenceSplitter.Split(text)) yield return sentence.In(text).ToString();
    }
}
