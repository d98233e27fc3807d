using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Catalog.Shell.Hosting;

namespace Catalog.Shell.Http.Caching;

/// <summary>
/// Answers that are the same as long as what they are made of is: kept by this node, and where nodes share answers
/// (<see cref="ISharedAnswers"/>) made once for all of them. An answer's key names the state it was made of, so nothing
/// ever has to be taken back: when the state changes another answer is asked for, and the old one is forgotten in time.
/// <code>
/// question + state ─► kept here? ─► being made here? wait ─► kept by all? ─► make it, give it to all
/// </code>
/// </summary>
/// <remarks>
/// Thread-safe. Bounded: <see cref="MaxBytes"/>, the answers not used for longest leave first; one above
/// <see cref="MaxAnswerBytes"/> is not kept. However many ask at once, an answer is made once.
/// </remarks>
public sealed class AnswerCache
{
    /// <summary>What the answers kept here take, at most.</summary>
    public const int MaxBytes = 32 * 1024 * 1024;

    /// <summary>The largest answer that is kept.</summary>
    public const int MaxAnswerBytes = 1024 * 1024;

    // What an entry takes besides its answer and its question.
    private const int EntryBytes = 300;

    private readonly ISharedAnswers? _shared;
    private readonly string _scope;
    private readonly Dictionary<AnswerKey, LinkedListNode<CachedAnswer>> _answers = [];
    private readonly LinkedList<CachedAnswer> _byUse = [];
    private readonly Lock _gate = new();
    private long _sizeBytes;
    private long _hits;
    private long _sharedHits;
    private long _made;

    /// <summary>An empty cache.</summary>
    /// <param name="journal">What states are states of: those of another journal mean something else.</param>
    /// <param name="shared">Where nodes share answers; null where they do not.</param>
    public AnswerCache(FolderId journal, ISharedAnswers? shared = null)
        : this((journal ?? throw new ArgumentNullException(nameof(journal))).Text, shared)
    {
    }

    internal AnswerCache(string journal, ISharedAnswers? shared)
    {
        _shared = shared;

        // Another build may write the same answer otherwise.
        _scope = $"{journal}|{typeof(AnswerCache).Assembly.ManifestModule.ModuleVersionId:n}|";
    }

    /// <summary>Answers that were kept here, or being made.</summary>
    public long Hits => Volatile.Read(ref _hits);

    /// <summary>Answers another node had made.</summary>
    public long SharedHits => Volatile.Read(ref _sharedHits);

    /// <summary>Answers that were made here.</summary>
    public long Made => Volatile.Read(ref _made);

    /// <summary>What the answers kept here take.</summary>
    public long SizeBytes
    {
        get
        {
            lock (_gate) return _sizeBytes;
        }
    }

    /// <summary>Finds an answer, or makes it.</summary>
    /// <param name="key">What is asked, and of which state.</param>
    /// <param name="make">Makes it of the state as it then is; quick. What it throws, all who wait for it get.</param>
    /// <returns>The answer; null when it was not made for keeping.</returns>
    public ValueTask<byte[]?> GetAsync(AnswerKey key, Func<MadeAnswer> make)
    {
        CachedAnswer answer;
        lock (_gate)
        {
            if (_answers.TryGetValue(key, out LinkedListNode<CachedAnswer>? node))
            {
                _byUse.Remove(node);
                _byUse.AddFirst(node);
                _hits++;
                return new ValueTask<byte[]?>(node.Value.Answer);
            }

            answer = new CachedAnswer(key);
            _answers[key] = _byUse.AddFirst(answer);
        }

        return FindOrMakeAsync(answer, make);
    }

    private async ValueTask<byte[]?> FindOrMakeAsync(CachedAnswer answer, Func<MadeAnswer> make)
    {
        try
        {
            string shared = _shared is null ? "" : SharedKeyOf(answer.Key);
            byte[]? bytes = _shared is null ? null : await _shared.TryGetAsync(shared);
            bool isKept = bytes is not null;
            if (isKept)
            {
                Interlocked.Increment(ref _sharedHits);
            }
            else
            {
                Interlocked.Increment(ref _made);
                MadeAnswer made = make();
                bytes = made.Bytes;
                isKept = made.Version == answer.Key.Version && bytes is { Length: <= MaxAnswerBytes };
                if (isKept) _shared?.Put(shared, bytes!);
            }

            if (isKept) Keep(answer, bytes!);
            else Forget(answer);
            answer.Complete(bytes);
            return bytes;
        }
        catch (Exception failure)
        {
            Forget(answer);
            answer.Fail(failure);
            throw;
        }
    }

    private void Keep(CachedAnswer answer, byte[] bytes)
    {
        lock (_gate)
        {
            answer.SizeBytes = bytes.Length + (sizeof(char) * answer.Key.Question.Length) + EntryBytes;
            _sizeBytes += answer.SizeBytes;
            while (_sizeBytes > MaxBytes) Remove(OldestKept());
        }
    }

    /// <summary>The answer not used for longest; those that are being made leave by themselves.</summary>
    private LinkedListNode<CachedAnswer> OldestKept()
    {
        LinkedListNode<CachedAnswer> node = _byUse.Last!;
        while (node.Value.SizeBytes == 0) node = node.Previous!;
        return node;
    }

    private void Forget(CachedAnswer answer)
    {
        lock (_gate)
            if (_answers.TryGetValue(answer.Key, out LinkedListNode<CachedAnswer>? node)) Remove(node);
    }

    private void Remove(LinkedListNode<CachedAnswer> node)
    {
        _answers.Remove(node.Value.Key);
        _byUse.Remove(node);
        _sizeBytes -= node.Value.SizeBytes;
    }

    /// <summary>Short, and without what people write.</summary>
    private string SharedKeyOf(AnswerKey key)
    {
        string text = string.Create(CultureInfo.InvariantCulture, $"{_scope}{key.Version:x}|{key.Question}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }
}
