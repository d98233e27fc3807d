using System.Security.Cryptography;
using Catalog.Shell.Options;
using Microsoft.AspNetCore.Identity;

namespace Catalog.Shell.Auth;

/// <summary>
/// Hashes and checks passwords (PBKDF2, HMAC-SHA-512, salted, ASP.NET's format 3). One costs a tenth of a second of a
/// core, so only so many run at once, only so many wait, and the rest is told to come back. Thread-safe.
/// </summary>
public sealed class PasswordHashing : IDisposable
{
    private static readonly object NoUser = new();
    private readonly PasswordHasher<object> _hasher;
    private readonly SemaphoreSlim _turns;
    private readonly int _maxAdmitted;
    private readonly Lazy<string> _decoy;
    private int _admitted;

    /// <summary>Creates it with nobody waiting.</summary>
    public PasswordHashing(AuthOptions options)
    {
        _hasher = new PasswordHasher<object>(Microsoft.Extensions.Options.Options.Create(
            new PasswordHasherOptions { IterationCount = options.PasswordIterations }));
        int atOnce = options.MaxConcurrentHashes > 0 ? options.MaxConcurrentHashes : Environment.ProcessorCount;
        _turns = new SemaphoreSlim(atOnce);
        _maxAdmitted = atOnce + options.HashQueue;
        string unknowable = Convert.ToHexString(RandomNumberGenerator.GetBytes(32));
        _decoy = new Lazy<string>(() => _hasher.HashPassword(NoUser, unknowable));
    }

    /// <summary>Hashes a password.</summary>
    /// <returns>The hash, or null when too many wait already.</returns>
    public Task<string?> HashAsync(string password, CancellationToken cancel) =>
        RunAsync<string?>(() => _hasher.HashPassword(NoUser, password), null, cancel);

    /// <summary>
    /// Checks a password against a hash, or, when there is none, against one nobody knows: the same work.
    /// </summary>
    public Task<PasswordVerdict> VerifyAsync(string? hash, string password, CancellationToken cancel) =>
        RunAsync(() => Verify(hash, password), PasswordVerdict.Busy, cancel);

    /// <inheritdoc/>
    public void Dispose() => _turns.Dispose();

    private PasswordVerdict Verify(string? hash, string password)
    {
        PasswordVerificationResult result = _hasher.VerifyHashedPassword(NoUser, hash ?? _decoy.Value, password);
        if (hash is null) return PasswordVerdict.Wrong;
        return result switch
        {
            PasswordVerificationResult.Success => PasswordVerdict.Right,
            PasswordVerificationResult.SuccessRehashNeeded => PasswordVerdict.RightButOld,
            _ => PasswordVerdict.Wrong,
        };
    }

    private async Task<T> RunAsync<T>(Func<T> work, T busy, CancellationToken cancel)
    {
        if (Interlocked.Increment(ref _admitted) > _maxAdmitted)
        {
            Interlocked.Decrement(ref _admitted);
            return busy;
        }

        try
        {
            await _turns.WaitAsync(cancel);
            try
            {
                return await Task.Run(work, cancel);
            }
            finally
            {
                _turns.Release();
            }
        }
        finally
        {
            Interlocked.Decrement(ref _admitted);
        }
    }
}
