using System.Runtime.ExceptionServices;

namespace HotGigs.Infrastructure.Resumes.Extraction;

/// <summary>
/// Runs work on a thread with a very large stack. PdfPig walks the page tree, and the Open XML SDK builds its own,
/// recursively and without a limit; a tree as deep as an upload can make it would overflow a normal stack, and
/// nothing can catch that.
/// </summary>
internal static class RoomyThread
{
    // Reserved, not used: memory is taken only as deep as the stack really grows.
    private const int StackBytes = 256 * 1024 * 1024;

    public static T Run<T>(Func<T> work)
    {
        T? result = default;
        ExceptionDispatchInfo? failure = null;
        var thread = new Thread(
            () =>
            {
                try
                {
                    result = work();
                }
                catch (Exception exception)
                {
                    failure = ExceptionDispatchInfo.Capture(exception);
                }
            },
            StackBytes)
        {
            IsBackground = true,
            Name = "Resume reading",
        };
        thread.Start();
        thread.Join();
        failure?.Throw();
        return result!;
    }
}
