namespace Ferrite.Mapping.Tests.FlushPolicies;

/// <summary>Something done to a file and to the model of what is pending.</summary>
internal sealed record Step(StepKind Kind, int Offset, int Length)
{
    internal void Do(MappedFile file, PendingModel model)
    {
        // Inside the file, wherever the last resize put its end.
        long offset = Math.Min(Offset, file.Length);
        int length = (int)Math.Min(Length, file.Length - offset);
        switch (Kind)
        {
            case StepKind.Write when file.Length - offset >= sizeof(long):
                file.Write(offset, 42L);
                model.Write(offset, sizeof(long));
                break;
            case StepKind.Write:
                break;
            case StepKind.Span:
                file.Write(offset, new byte[length]);
                model.Write(offset, length);
                break;
            case StepKind.View:
                using (WritableMappedView view = file.GetWritableView(offset, length))
                {
                    view.Span.Clear();
                }

                model.Write(offset, length);
                break;
            case StepKind.Chunks:
                foreach (Span<byte> chunk in file.WritableChunks(Length))
                {
                    chunk.Clear();
                }

                for (long start = 0; start < file.Length; start += Length)
                {
                    model.Write(start, Math.Min(Length, file.Length - start));
                }

                break;
            case StepKind.FlushRange:
                file.Flush(offset, length);
                model.Flush(offset, length);
                break;
            case StepKind.FlushAll:
                file.Flush();
                model.Flush(0, file.Length);
                break;
            case StepKind.Schedule:
                file.Flush(FlushLevel.Schedule);
                break;
            case StepKind.Resize:
                file.Resize(Length);
                model.Cut(Length);
                break;
            default:
                throw new InvalidOperationException($"There is no step {Kind}.");
        }
    }
}
