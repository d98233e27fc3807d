using System.Text;
using Catalog.Engine.Models.Text;
using Catalog.Shell.Ai;
using Microsoft.Extensions.AI;

namespace Catalog.Shell.Booking.Chatbot;

/// <content>Words that are passed on while the model still looks for the next ones.</content>
internal sealed partial class ChatbotWriter
{
    /// <summary>So many times as long as its first words may take, a stream may take in all.</summary>
    private const int StreamDeadlines = 4;

    /// <summary>
    /// Words an answer and tells each sentence as soon as it is there and stands in the facts. What is returned is the
    /// answer: when a later sentence does not, or none comes, it is the local one, whatever was told before.
    /// </summary>
    public async Task<(string Answer, string AnsweredBy)> StreamAsync(
        ChatbotQuestion question, ChatbotReply reply, ulong limitKey, Func<string, Task> tell, CancellationToken cancel)
    {
        string own = reply.Text;
        if (!remote.HasChat || !(await limits.Remote.TakeAsync(limitKey)).Allowed) return (own, AnsweredBy.Local);
        using var life = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        using var late = new CancellationTokenSource(
            TimeSpan.FromMilliseconds(StreamDeadlines * (double)options.DeadlineMs), clock);
        await using CancellationTokenRegistration end = late.Token.Register(life.Cancel);
        try
        {
            return await ReadAsync(question, reply, tell, life.Token) ?? (own, AnsweredBy.Local);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            BrokeOff(log);
        }
        catch (AiProviderException)
        {
            BrokeOff(log);
        }

        return (own, AnsweredBy.Local);
    }

    private async Task<(string Answer, string AnsweredBy)?> ReadAsync(
        ChatbotQuestion question, ChatbotReply reply, Func<string, Task> tell, CancellationToken cancel)
    {
        await using IAsyncEnumerator<ChatResponseUpdate>? stream =
            await remote.TryStreamAsync(MessagesOf(question, reply), Warmth, cancel);
        if (stream is null) return null;
        string facts = FactsOf(reply), by = AnsweredBy.Of(stream.Current);
        var words = new StringBuilder();
        int told = 0;
        do
        {
            words.Append(stream.Current.Text);
            string sofar = words.ToString();
            if (sofar.Length > ChatbotCheck.MaxLength) break;

            // The last sentence may not be whole yet.
            if (SentenceSplitter.Split(sofar) is not { Count: > 1 } sentences || sentences[^1].Start <= told) continue;
            int end = sentences[^1].Start;
            if (!ChatbotCheck.IsGrounded(sofar[..end].Trim(), facts, question.Text)) break;
            await tell(sofar[told..end]);
            told = end;
        }
        while (await stream.MoveNextAsync());

        string answer = words.ToString().Trim();
        if (ChatbotCheck.IsGrounded(answer, facts, question.Text)) return (answer, by);
        MadeUp(log);
        return null;
    }

    [LoggerMessage(71, LogLevel.Warning, "The language model's answer broke off, the local answer is given")]
    private static partial void BrokeOff(ILogger logger);
}
