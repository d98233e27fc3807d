using System.Buffers.Binary;
using Catalog.Engine.Core.Memory;

namespace Catalog.Engine.Leaderboards.SortedSets;

/// <summary>
/// Commands of one client for one database that are decided together, in order, and their answers: what a pipelined
/// client sent at once, or a transaction. Fill it, execute it, send the answers, clear it, use it again.
/// <code>
/// commands:  [id][argument count: int32][bytes of the arguments: int32] [length, bytes] [length, bytes] …  the next
/// watches:   [length, key][version: int64] …
/// answers:   RESP, one after the other; of a transaction one array
/// </code>
/// Invariant: between two commands the commands' bytes hold whole commands and nothing else.
/// </summary>
/// <remarks>
/// Allocates nothing once its buffers have their working size. Not thread-safe: it belongs to the client, and while it
/// is executed to the shard.
/// </remarks>
public sealed partial class CommandChunk
{
    /// <summary>
    /// The most bytes of commands in a chunk: their facts fit into a batch, and a chunk into a frame.
    /// </summary>
    public const int MaxBytes = 1024 * 1024;

    /// <summary>Bytes of answers unless told otherwise.</summary>
    public const int DefaultMaxAnswerBytes = 16 * 1024 * 1024;

    internal const int HeaderBytes = 9;

    private const int FirstBytes = 1024;
    private const int UsualBytes = 64 * 1024;
    private const int MostKeptBytes = 1024 * 1024;

    private ByteBuffer _commands = new(FirstBytes);
    private ByteBuffer _watches = new(1);
    private ByteBuffer _answers = new(FirstBytes);
    private int _begun = -1;
    private int _argumentCount;

    /// <summary>How many commands there are.</summary>
    public int Count { get; private set; }

    /// <summary>Bytes of the commands.</summary>
    public int SizeBytes => _commands.Length;

    /// <summary>Whether a command may change something.</summary>
    public bool HasWrites { get; private set; }

    /// <summary>The version of RESP the answers are written in.</summary>
    public int Protocol { get; set; } = 2;

    /// <summary>
    /// Whether the answers are one array, and nothing happens when a watched key has changed.
    /// </summary>
    public bool IsTransaction { get; set; }

    /// <summary>Randomness for the commands that ask for some.</summary>
    public ulong Seed { get; set; }

    /// <summary>The most bytes of answers; a command whose answer does not fit any more gets an error.</summary>
    public int MaxAnswerBytes { get; set; } = DefaultMaxAnswerBytes;

    /// <summary>The answers.</summary>
    public ReadOnlyMemory<byte> Answers => _answers.WrittenMemory;

    /// <summary>Where answers go that are not decided by the database.</summary>
    public ByteBuffer AnswerBuffer => _answers;

    /// <summary>The commands, as laid out above.</summary>
    internal ReadOnlySpan<byte> Commands => _commands.WrittenSpan;

    /// <summary>The watched keys, as laid out above.</summary>
    internal ReadOnlySpan<byte> Watches => _watches.WrittenSpan;

    /// <summary>Begins a command; its arguments follow, without its name unless it is unknown.</summary>
    /// <exception cref="InvalidOperationException">The command before was not ended.</exception>
    public void Begin(SortedSetCommand command)
    {
        if (_begun >= 0) throw new InvalidOperationException("The command before was not ended.");
        _begun = _commands.Length;
        _argumentCount = 0;
        _commands.GetSpan(HeaderBytes)[0] = (byte)command;
        _commands.Advance(HeaderBytes);
    }

    /// <summary>Adds an argument to the command that was begun. O(length).</summary>
    public void Add(ReadOnlySpan<byte> argument)
    {
        Varint.WriteBytes(_commands, argument);
        _argumentCount++;
    }

    /// <summary>Ends the command that was begun; false, and it is gone, when the chunk is too large with it.</summary>
    public bool TryEnd()
    {
        int begun = _begun;
        if (begun < 0) throw new InvalidOperationException("No command was begun.");
        _begun = -1;
        if (_commands.Length > MaxBytes)
        {
            _commands.Truncate(begun);
            return false;
        }

        Span<byte> header = _commands.WrittenSpan.Slice(begun, HeaderBytes);
        BinaryPrimitives.WriteInt32LittleEndian(header[1..], _argumentCount);
        BinaryPrimitives.WriteInt32LittleEndian(header[5..], _commands.Length - begun - HeaderBytes);
        HasWrites |= CommandTable.Find((SortedSetCommand)header[0]) is { IsWrite: true };
        _argumentCount = 0;
        Count++;
        return true;
    }

    /// <summary>Adds a key that must be as it was for the transaction to happen. O(length).</summary>
    /// <param name="key">The key.</param>
    /// <param name="version">What <see cref="SortedSetCommand.KeyVersion"/> answered.</param>
    public void Watch(ReadOnlySpan<byte> key, long version)
    {
        Varint.WriteBytes(_watches, key);
        BinaryPrimitives.WriteInt64LittleEndian(_watches.GetSpan(sizeof(long)), version);
        _watches.Advance(sizeof(long));
    }

    /// <summary>Forgets commands and watches; a buffer that had to grow far beyond the usual is given up.</summary>
    /// <exception cref="InvalidOperationException">A command was not ended.</exception>
    public void ClearCommands()
    {
        if (_begun >= 0) throw new InvalidOperationException("A command was not ended.");
        _commands = Emptied(_commands);
        _watches = Emptied(_watches);
        (Count, HasWrites, IsTransaction) = (0, false, false);
    }

    /// <summary>Forgets the answers; a buffer that had to grow far beyond the usual is given up.</summary>
    public void ClearAnswers() => _answers = Emptied(_answers);

    /// <summary>A large buffer is kept by who uses it as such, up to a bound.</summary>
    private static ByteBuffer Emptied(ByteBuffer buffer)
    {
        bool isLarge = buffer.Capacity > UsualBytes;
        if (buffer.Capacity > MostKeptBytes || (isLarge && buffer.Length < buffer.Capacity / 8))
            return new ByteBuffer(FirstBytes);
        buffer.Clear();
        return buffer;
    }
}
