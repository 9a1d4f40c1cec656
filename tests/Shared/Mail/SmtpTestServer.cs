using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace HotGigs.Tests.Shared.Mail;

/// <summary>
/// A mail server on this machine that speaks SMTP (RFC 5321) over a real connection, and keeps what it takes. It can
/// be told to refuse or to be slow, and be stopped and started again on the same port.
/// </summary>
public sealed class SmtpTestServer : IAsyncDisposable
{
    private readonly ConcurrentQueue<ReceivedMail> received = new();
    private readonly ConcurrentDictionary<TcpClient, Task> sessions = new();
    private readonly CancellationTokenSource stopping = new();
    private readonly TcpListener listener;
    private readonly Task accepting;
    private int connections;

    private SmtpTestServer(int port)
    {
        listener = new TcpListener(IPAddress.Loopback, port);
        listener.Start();
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        accepting = AcceptAsync();
    }

    public int Port { get; }

    /// <summary>Everything it has taken, in that order.</summary>
    public IReadOnlyList<ReceivedMail> Received => [.. received];

    /// <summary>How many connections have been made to it.</summary>
    public int Connections => Volatile.Read(ref connections);

    /// <summary>How many of them are open.</summary>
    public int OpenConnections => sessions.Count;

    /// <summary>The answer to <c>RCPT TO</c> for a recipient, such as <c>550 5.1.1 No such user</c>; <c>null</c> takes them.</summary>
    public Func<string, string?> Refuse { get; set; } = _ => null;

    /// <summary>Runs before a mail to a recipient is taken: a server that is slow, or does not come back.</summary>
    public Func<string, Task> BeforeTaking { get; set; } = _ => Task.CompletedTask;

    /// <summary>After so many mails it closes a connection, as many servers do.</summary>
    public int MailsPerConnection { get; set; } = int.MaxValue;

    /// <summary>Starts one.</summary>
    /// <param name="port">The port of one that was stopped; 0 for any free one.</param>
    public static SmtpTestServer Start(int port = 0) => new(port);

    public IReadOnlyList<ReceivedMail> To(string address) => [.. received.Where(mail => mail.Recipients.Contains(address))];

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        listener.Stop();
        foreach (var client in sessions.Keys)
            client.Dispose();
        await accepting;
        await Task.WhenAll(sessions.Values);
        stopping.Dispose();
    }

    internal void Take(ReceivedMail mail) => received.Enqueue(mail);

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await listener.AcceptTcpClientAsync(stopping.Token);
                Interlocked.Increment(ref connections);
                sessions[client] = ServeAsync(client);
            }
        }
        catch (Exception) when (stopping.IsCancellationRequested)
        {
            // It is being stopped.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        await Task.Yield();
        try
        {
            using (client)
            using (var session = new SmtpTestSession(this, client.GetStream(), stopping.Token))
                await session.RunAsync();
        }
        catch (Exception error) when (error is IOException or OperationCanceledException or ObjectDisposedException)
        {
            // The client has gone, or the server is being stopped.
        }

        sessions.TryRemove(client, out _);
    }
}
