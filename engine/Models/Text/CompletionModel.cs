using Catalog.Engine.Wire;

namespace Catalog.Engine.Models.Text;

/// <summary>
/// Completes what somebody types from the word sequences it has learned, with stupid back-off (Brants and others
/// 2007): the longest context that is known decides, shorter ones count 0.4 as much each.
/// <code>
/// trie   root ─► "book" 17 ─► "two" 5 ─► "tickets" 4      a node a sequence, with its count
/// nodes  word | count | first child | next sibling         parents before children
/// </code>
/// Bounded: when there are more sequences than allowed, the rarest are forgotten.
/// Invariants: (1) parents stand before their children; (2) a child's count is at most its parent's; (3) there are
/// never
/// more nodes than allowed.
/// </summary>
/// <remarks>
/// Deterministic. Learning is O(words · order); completing O(children of the contexts). Several may complete at once,
/// not beside one who learns. Words are lower case; sentence ends, not lines, break sequences.
/// </remarks>
public sealed partial class CompletionModel
{
    private const int Root = 0;
    private const int WireVersion = 1;

    private readonly CompletionOptions _options;
    private readonly Dictionary<string, int> _wordIds = new(StringComparer.Ordinal);
    private readonly List<string> _words = [];
    private readonly Dictionary<long, int> _children = [];
    private readonly List<int> _word = [];
    private readonly List<int> _parent = [];
    private readonly List<int> _count = [];
    private readonly List<int> _firstChild = [];
    private readonly List<int> _sibling = [];

    /// <summary>Makes one that knows nothing.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public CompletionModel(CompletionOptions? options = null)
    {
        _options = options ?? new CompletionOptions();
        _options.Check();
        Clear();
    }

    /// <summary>Sequences it knows.</summary>
    public int SequenceCount => _word.Count - 1;

    /// <summary>Learns a text.</summary>
    public void Learn(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        foreach (SentenceSpan sentence in SentenceSplitter.Split(text))
        {
            List<string> words = WordsOf(sentence.In(text).ToString(), out _);
            for (int i = 0; i < words.Count; i++) LearnFrom(words, i);
        }
    }

    /// <summary>Saves it: <c>[version, [word, …], [parent, word, count, …]]</c>. O(sequences).</summary>
    public void Save(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(3);
        writer.Write(WireVersion);
        writer.WriteArrayHeader(_words.Count);
        foreach (string word in _words) writer.Write(word);
        writer.WriteArrayHeader(3 * SequenceCount);
        for (int node = 1; node < _word.Count; node++)
        {
            writer.Write(_parent[node]);
            writer.Write(_word[node]);
            writer.Write(_count[node]);
        }
    }

    /// <summary>Replaces it by what <see cref="Save"/> wrote.</summary>
    /// <exception cref="MessagePackFormatException">The bytes are not that, or more than is allowed here.</exception>
    public void Load(ref MessagePackReader reader)
    {
        Expect(reader.ReadArrayHeader() == 3 && reader.ReadInt32() == WireVersion);
        Clear();
        int words = reader.ReadArrayHeader();
        for (int i = 0; i < words; i++) Expect(IdOf(reader.ReadString()) == i);
        int nodes = reader.ReadArrayHeader() / 3;
        Expect(nodes <= _options.MaxSequences);
        for (int i = 1; i <= nodes; i++)
        {
            int parent = reader.ReadInt32(), word = reader.ReadInt32(), count = reader.ReadInt32();
            Expect(parent >= 0 && parent < i && word >= 0 && word < words && count > 0);
            Expect(Child(parent, word, out bool isNew) == i && isNew);
            _count[i] = count;
        }

        _count[Root] = SumOfRoot();
    }

    /// <summary>Checks the invariants of the type's documentation. O(sequences).</summary>
    /// <exception cref="InvalidOperationException">One is broken; the message names it.</exception>
    public void CheckInvariants()
    {
        for (int node = 1; node < _word.Count; node++)
        {
            if (_parent[node] >= node) throw new InvalidOperationException("1: a child before its parent.");
            if (_count[node] > _count[_parent[node]]) throw new InvalidOperationException("2: a child's count.");
        }

        if (SequenceCount > _options.MaxSequences) throw new InvalidOperationException("3: too many sequences.");
    }

    private void LearnFrom(List<string> words, int start)
    {
        if (SequenceCount + _options.Order > _options.MaxSequences) Prune();
        int node = Root;
        _count[Root]++;
        for (int i = start; i < Math.Min(words.Count, start + _options.Order); i++)
        {
            node = Child(node, IdOf(words[i]), out _);
            _count[node]++;
        }
    }

    private int IdOf(string word)
    {
        if (_wordIds.TryGetValue(word, out int id)) return id;
        id = _words.Count;
        _wordIds.Add(word, id);
        _words.Add(word);
        return id;
    }

    private int Child(int parent, int word, out bool isNew)
    {
        long key = ((long)parent << 32) | (uint)word;
        isNew = !_children.TryGetValue(key, out int node);
        if (!isNew) return node;
        node = AddNode(parent, word);
        _children.Add(key, node);
        _sibling[node] = _firstChild[parent];
        _firstChild[parent] = node;
        return node;
    }

    private int AddNode(int parent, int word)
    {
        _word.Add(word);
        _parent.Add(parent);
        _count.Add(0);
        _firstChild.Add(-1);
        _sibling.Add(-1);
        return _word.Count - 1;
    }

    private void Clear()
    {
        _wordIds.Clear();
        _words.Clear();
        _children.Clear();
        _word.Clear();
        _parent.Clear();
        _count.Clear();
        _firstChild.Clear();
        _sibling.Clear();
        AddNode(-1, -1);
    }

    /// <summary>Forgets the rarest sequences until a quarter is free. O(sequences · rounds).</summary>
    private void Prune()
    {
        for (int least = 2; SequenceCount > _options.MaxSequences * 3L / 4; least++)
        {
            (int Parent, int Word, int Count)[] nodes = new (int, int, int)[_word.Count];
            for (int i = 0; i < nodes.Length; i++) nodes[i] = (_parent[i], _word[i], _count[i]);
            string[] words = [.. _words];
            int total = _count[Root];
            Clear();
            int[] homes = new int[nodes.Length];
            for (int i = 1; i < nodes.Length; i++)
            {
                bool isKept = nodes[i].Count >= least && homes[nodes[i].Parent] >= 0;
                homes[i] = isKept ? Child(homes[nodes[i].Parent], IdOf(words[nodes[i].Word]), out _) : -1;
                if (isKept) _count[homes[i]] = nodes[i].Count;
            }

            _count[Root] = total;
        }
    }

    private int SumOfRoot()
    {
        int sum = 0;
        for (int node = _firstChild[Root]; node >= 0; node = _sibling[node]) sum += _count[node];
        return sum;
    }

    private static void Expect(bool holds)
    {
        if (!holds) throw new MessagePackFormatException("These are no sequences of this model.");
    }
}
