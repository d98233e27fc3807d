using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace Catalog.Bench.Shared.Http;

/// <summary>
/// Waits for many sockets on one thread, as <c>epoll(7)</c> does. The base library's asynchronous sockets would hand
/// every answer from one thread to another; on two cores shared with the server that costs more than the server does.
/// Not thread-safe.
/// </summary>
internal sealed class Epoll : IDisposable
{
    private const int CloseOnExec = 0x80000;
    private const int AddOperation = 1;
    private const int Readable = 1;

    // struct epoll_event is packed on x64 only: flags, then 64 bits of data, of which the first 32 hold our tag.
    private static readonly int EventInts = RuntimeInformation.ProcessArchitecture == Architecture.X64 ? 3 : 4;
    private static readonly int TagAt = EventInts - 2;

    private readonly int[] _events;
    private readonly int _capacity;
    private readonly int _handle;

    /// <summary>Makes one that reports at most <paramref name="capacity"/> sockets at a time.</summary>
    public Epoll(int capacity)
    {
        _capacity = capacity;
        _events = new int[capacity * EventInts];
        _handle = epoll_create1(CloseOnExec);
        if (_handle < 0) throw new IOException($"epoll_create1 failed: errno {Marshal.GetLastPInvokeError()}.");
    }

    /// <summary>Reports a socket under a tag whenever it has something to read.</summary>
    public void Add(Socket socket, int tag)
    {
        int[] wanted = new int[EventInts];
        wanted[0] = Readable;
        wanted[TagAt] = tag;
        if (epoll_ctl(_handle, AddOperation, (int)socket.Handle, wanted) != 0)
            throw new IOException($"epoll_ctl failed: errno {Marshal.GetLastPInvokeError()}.");
    }

    /// <summary>Waits at most so long; the number of sockets with something to read, see <see cref="Tag"/>.</summary>
    public int Wait(int timeoutMs) => Math.Max(0, epoll_wait(_handle, _events, _capacity, timeoutMs));

    /// <summary>The tag of one of the sockets <see cref="Wait"/> found.</summary>
    public int Tag(int index) => _events[(index * EventInts) + TagAt];

    /// <summary>Lets go of it; the sockets stay open.</summary>
    public void Dispose() => _ = close(_handle);

    [DllImport("libc", SetLastError = true)]
    private static extern int epoll_create1(int flags);

    [DllImport("libc", SetLastError = true)]
    private static extern int epoll_ctl(int epfd, int op, int fd, int[] wanted);

    [DllImport("libc", SetLastError = true)]
    private static extern int epoll_wait(int epfd, [In, Out] int[] events, int maxevents, int timeout);

    [DllImport("libc")]
    private static extern int close(int fd);
}
