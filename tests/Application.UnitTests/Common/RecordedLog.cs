using Microsoft.Extensions.Logging;

namespace HotGigs.Application.UnitTests.Common;

/// <summary>Keeps what was logged.</summary>
internal sealed class RecordedLog : ILoggerProvider, ILogger
{
    public List<(LogLevel Level, EventId Id, string Text, Exception? Error)> Lines { get; } = [];

    public IEnumerable<(LogLevel Level, EventId Id, string Text, Exception? Error)> Errors =>
        Lines.Where(line => line.Level >= LogLevel.Error);

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Lines.Add((logLevel, eventId, formatter(state, exception), exception));

    public void Dispose()
    {
    }
}
