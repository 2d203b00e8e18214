"""What needs me today?"""
