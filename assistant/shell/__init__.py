"""What the commands do: each prints its result on standard output and everything else on standard error."""
